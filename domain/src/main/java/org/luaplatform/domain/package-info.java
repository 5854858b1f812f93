/// What all four rooms of the product share: refusals and outages, pages, identifiers and revisions.
@NullMarked
package org.luaplatform.domain;

import org.jspecify.annotations.NullMarked;

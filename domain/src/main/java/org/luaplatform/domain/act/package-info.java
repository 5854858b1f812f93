/// What is done about it: rules, destinations, and deliveries that are never lost.
@NullMarked
package org.luaplatform.domain.act;

import org.jspecify.annotations.NullMarked;

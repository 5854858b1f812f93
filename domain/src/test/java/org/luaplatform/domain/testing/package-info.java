/// What the fixtures and contracts of all rooms share.
@NullMarked
package org.luaplatform.domain.testing;

import org.jspecify.annotations.NullMarked;

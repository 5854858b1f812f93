/// Fixtures of acting, and the contract of each of its ports.
@NullMarked
package org.luaplatform.domain.act.testing;

import org.jspecify.annotations.NullMarked;

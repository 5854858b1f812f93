/// Fixtures of learning, and the contract of each of its ports.
@NullMarked
package org.luaplatform.domain.learn.testing;

import org.jspecify.annotations.NullMarked;

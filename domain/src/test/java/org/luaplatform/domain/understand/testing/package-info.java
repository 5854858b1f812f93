/// Fixtures of understanding, and the contract of each of its ports.
@NullMarked
package org.luaplatform.domain.understand.testing;

import org.jspecify.annotations.NullMarked;

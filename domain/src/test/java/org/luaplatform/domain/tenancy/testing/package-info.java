/// Fixtures of tenancy, and the contract of each of its ports.
@NullMarked
package org.luaplatform.domain.tenancy.testing;

import org.jspecify.annotations.NullMarked;

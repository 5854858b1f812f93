/// The shape of the code, held by tests: what may know what, and why.
@NullMarked
package org.luaplatform.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;

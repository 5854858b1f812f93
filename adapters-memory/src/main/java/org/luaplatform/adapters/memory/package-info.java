/// Every port kept inside the process, for tests and for applications that embed the platform.
@NullMarked
package org.luaplatform.adapters.memory;

import org.jspecify.annotations.NullMarked;

/// Organizations, API keys and repeated requests, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.tenancy;

import org.jspecify.annotations.NullMarked;

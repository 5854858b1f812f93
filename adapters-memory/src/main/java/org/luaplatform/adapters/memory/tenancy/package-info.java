/// Organizations, API keys, repeated requests, rate limits and live events, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.tenancy;

import org.jspecify.annotations.NullMarked;

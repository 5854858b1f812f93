/// Rules, destinations, watches and deliveries, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.act;

import org.jspecify.annotations.NullMarked;

/// The ports that replicas share for a short while, on Redis.
@NullMarked
package org.luaplatform.adapters.redis;

import org.jspecify.annotations.NullMarked;

package org.luaplatform.adapters.redis;

/// Redis cannot be used as it is set up. The message is one line that names the setting, `REDIS_URI`, and says what
/// to do; it tells no password, and nobody needs a stack trace for it.
public final class RedisSetupProblem extends RuntimeException {

    RedisSetupProblem(String message) {
        super(message, null, false, false);
    }
}

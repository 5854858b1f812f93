package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// What became of a command that keeps our own house in order and that nobody else waits for.
enum Outcome {
    DONE,
    /// Redis is away, and we know it; or it answered that it will not.
    REFUSED,
    /// Nobody answered, although we believed to be connected.
    SILENT;

    static Outcome of(Supplier<RedisFuture<?>> command) throws InterruptedException {
        try {
            command.get().get(RedisServers.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return DONE;
        } catch (ExecutionException failure) {
            return failure.getCause() instanceof RedisCommandTimeoutException ? SILENT : REFUSED;
        } catch (TimeoutException _) {
            return SILENT;
        } catch (RedisException _) {
            return REFUSED;
        }
    }
}

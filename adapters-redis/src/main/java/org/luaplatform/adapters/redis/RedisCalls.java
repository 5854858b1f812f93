package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.luaplatform.domain.Unavailable;

/// The one place where commands are sent to Redis and waited for: here each gets its span, its measurement and its
/// deadline, and a failure becomes what the rest of the product understands. Whatever Redis refuses, it is of no
/// use just then; that it refuses on principle, such as for want of a permission, shows when the adapter is opened.
final class RedisCalls {

    static final String WHAT = "Redis";

    private final Renewable<RedisServers.Line> line;
    private final RedisTelemetry telemetry;
    private final Reachability reachability;

    RedisCalls(Renewable<RedisServers.Line> line, RedisTelemetry telemetry, Reachability reachability) {
        this.line = line;
        this.telemetry = telemetry;
        this.reachability = reachability;
    }

    /// What Redis answers.
    ///
    /// @throws Unavailable if it does not, in time
    <T> T call(String operation, Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        mustBeWorthTrying();
        return await(telemetry.start(operation), command);
    }

    /// What the script answers, which is some numbers.
    ///
    /// @throws Unavailable as [#call]
    List<Long> run(Script script, String[] keys, byte[]... values) {
        mustBeWorthTrying();
        try {
            return await(
                    telemetry.start("EVALSHA", script),
                    commands -> commands.evalsha(script.digest(), ScriptOutputType.MULTI, keys, values));
        } catch (Unavailable unavailable) {
            if (unavailable.getCause() instanceof RedisNoScriptException) {
                return await(
                        telemetry.start("EVAL", script),
                        commands -> commands.eval(script.text(), ScriptOutputType.MULTI, keys, values));
            }
            throw unavailable;
        }
    }

    /// Sends a command without waiting for what becomes of it. Never fails.
    void send(String operation, Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<?>> command) {
        if (!reachability.mayTry()) {
            return;
        }
        RedisTelemetry.Command watched = telemetry.start(operation);
        try {
            var _ = command.apply(line.current().commands()).whenComplete((_, failure) -> {
                if (failure == null) {
                    reachability.reached();
                    watched.succeeded();
                } else {
                    note(failure, watched);
                }
            });
        } catch (RedisException refused) {
            note(refused, watched);
        }
    }

    private void mustBeWorthTrying() {
        if (!reachability.mayTry()) {
            throw new Unavailable(WHAT);
        }
    }

    private <T> T await(
            RedisTelemetry.Command watched,
            Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        try {
            T answer = command.apply(line.current().commands())
                    .get(RedisServers.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            reachability.reached();
            watched.succeeded();
            return answer;
        } catch (ExecutionException failure) {
            throw unavailable(failure.getCause() == null ? failure : failure.getCause(), watched);
        } catch (TimeoutException | RedisException failure) {
            throw unavailable(failure, watched);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            watched.failed(interrupted);
            throw new Unavailable(WHAT, interrupted);
        }
    }

    private Unavailable unavailable(Throwable failure, RedisTelemetry.Command watched) {
        note(failure, watched);
        return new Unavailable(WHAT, failure);
    }

    /// To be refused at once costs nobody any time, and in a cluster may be one node's affair. To hear nothing
    /// does.
    private void note(Throwable failure, RedisTelemetry.Command watched) {
        watched.failed(failure);
        if (failure instanceof TimeoutException || failure instanceof RedisCommandTimeoutException) {
            reachability.missed("no answer in " + RedisServers.PATIENCE.toMillis() + " ms");
        }
    }
}

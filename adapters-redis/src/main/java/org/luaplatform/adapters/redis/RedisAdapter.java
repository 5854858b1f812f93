package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.RateLimiter;

/// The ports that replicas share for a short while, on Redis (6.2 or later; one server, Sentinel or Cluster). Each
/// is given its like that works within the process, and falls back on it while Redis is away: nothing here is ever
/// worth refusing somebody's feedback.
///
/// All keys and channels begin with `lua:`, and all keys expire.
public final class RedisAdapter implements AutoCloseable {

    /// How long a replica keeps a published form near, so that it is nowhere older than
    /// [PublishedForms] promises.
    public static final Duration NEAR_FORMS_KEPT_FOR = Duration.ofSeconds(10);

    private final RedisServers servers;
    private final RedisChannels channels;
    private final RedisCalls calls;
    private final RedisWatch watch;

    private RedisAdapter(RedisServers servers, RedisTelemetry telemetry) {
        var reachability = new Reachability();
        this.servers = servers;
        var line = new Renewable<>(servers::connect);
        this.channels = new RedisChannels(servers);
        this.calls = new RedisCalls(line, telemetry, reachability);
        this.watch = new RedisWatch(line, channels, reachability);
    }

    /// Connects to Redis, and sees whether it lets us do what we need.
    ///
    /// @param setting the value of `REDIS_URI`
    /// @throws RedisSetupProblem if Redis cannot be used as it is set up
    public static RedisAdapter connect(String setting, OpenTelemetry telemetry) {
        List<RedisURI> uris = RedisUris.parse(setting);
        try {
            RedisServers servers = RedisServers.at(uris);
            try {
                servers.tryOut();
                return new RedisAdapter(servers, new RedisTelemetry(telemetry, uris));
            } catch (RedisException failure) {
                servers.close();
                throw failure;
            }
        } catch (RedisException failure) {
            throw SetupFailures.explained(failure, uris);
        }
    }

    /// Counts across all replicas.
    ///
    /// @param whileAway counts within this replica while Redis is away
    public RateLimiter rateLimiter(RateLimiter whileAway) {
        return new RedisRateLimiter(calls, whileAway);
    }

    /// Carries news to all replicas.
    ///
    /// @param here tells the subscribers of this replica
    public LiveEvents liveEvents(LiveEvents here) {
        return new RedisLiveEvents(calls, channels, here);
    }

    /// Keeps published forms near and shares them between replicas.
    ///
    /// @param store looks a form up where it is stored, and throws [Unavailable] if it cannot
    /// @param near makes what keeps forms within this replica, for [#NEAR_FORMS_KEPT_FOR], out of the look-up that
    ///     it is given
    public PublishedForms publishedForms(
            Function<FormId, Optional<Form>> store, Function<Function<FormId, Optional<Form>>, PublishedForms> near) {
        return new RedisPublishedForms(calls, channels, store, near);
    }

    /// Sees whether Redis answers.
    ///
    /// @throws Unavailable if it does not
    public void ping() {
        calls.call("PING", commands -> commands.ping());
    }

    @Override
    public void close() {
        watch.close();
        // And with them all that is open.
        servers.close();
    }
}

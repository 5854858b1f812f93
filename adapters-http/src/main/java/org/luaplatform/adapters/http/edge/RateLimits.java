package org.luaplatform.adapters.http.edge;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.domain.Limited;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.RateLimiter;

/// Bounds how often one caller uses what everybody may use: by key for those who have one, by address for all
/// others. Answers say what is left, by the [RateLimit header
/// fields](https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/).
public final class RateLimits {

    private static final HeaderName RATE_LIMIT = HeaderNames.create("RateLimit");
    private static final HeaderName RATE_LIMIT_POLICY = HeaderNames.create("RateLimit-Policy");

    private final RateLimiter limiter;
    private final InstantSource clock;
    private final Optional<RateLimiter.Limit> perKey;

    /// @param perKey empty for no limit
    public RateLimits(RateLimiter limiter, InstantSource clock, Optional<RateLimiter.Limit> perKey) {
        this.limiter = limiter;
        this.clock = clock;
        this.perKey = perKey;
    }

    /// Takes one turn of whoever is calling.
    ///
    /// @param what is limited, such as `collect`; what has another name is counted apart
    /// @param perAddress for callers without a key; empty for no limit
    /// @throws Limited if there is none left
    public void spend(Exchange exchange, String what, Optional<RateLimiter.Limit> perAddress) {
        switch (exchange.caller()) {
            case Principal.KeyHolder holder ->
                perKey.ifPresent(
                        limit -> spend(exchange, "key", "key:" + holder.key().value(), limit));
            case Principal.Anonymous _ ->
                perAddress.ifPresent(limit -> spend(exchange, what, what + ":" + exchange.clientAddress(), limit));
            case Principal.Operator _ -> {}
        }
    }

    private void spend(Exchange exchange, String policy, String who, RateLimiter.Limit limit) {
        RateLimiter.Decision decision = limiter.take(who, limit, clock.instant());
        exchange.always(
                RATE_LIMIT_POLICY,
                "\"" + policy + "\";q=" + limit.turns() + ";w=" + limit.window().toSeconds());
        exchange.always(
                RATE_LIMIT, "\"" + policy + "\";r=" + decision.remaining() + ";t=" + seconds(decision.resetAfter()));
        if (!decision.granted()) {
            throw new Limited("rate-limited", "Too many requests. Slow down.", decision.retryAfter());
        }
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}

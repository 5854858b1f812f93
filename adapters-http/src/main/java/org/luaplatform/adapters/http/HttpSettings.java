package org.luaplatform.adapters.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.AddressRange;
import org.luaplatform.adapters.http.edge.HttpLimits;
import org.luaplatform.domain.tenancy.RateLimiter;

/// How the platform is served.
///
/// @param host the address to listen on
/// @param port 0 for any that is free
/// @param trustedProxies whose `X-Forwarded-For` is believed
/// @param reading how often one address may open public forms; empty for no limit
/// @param collecting how often one address may answer them; empty for no limit
/// @param perKey how often one API key may do either; empty for no limit
/// @param version what `/version` answers
public record HttpSettings(
        String host,
        int port,
        HttpLimits limits,
        List<AddressRange> trustedProxies,
        Optional<RateLimiter.Limit> reading,
        Optional<RateLimiter.Limit> collecting,
        Optional<RateLimiter.Limit> perKey,
        String version) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /// As a server of its own is run: reachable from this machine alone, with limits that a crowd behind one
    /// address does not reach.
    public static HttpSettings local(int port, String version) {
        return new HttpSettings(
                "127.0.0.1",
                port,
                HttpLimits.DEFAULT,
                List.of(),
                Optional.of(new RateLimiter.Limit(6_000, MINUTE)),
                Optional.of(new RateLimiter.Limit(3_000, MINUTE)),
                Optional.of(new RateLimiter.Limit(60_000, MINUTE)),
                version);
    }
}

package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// The addresses in `REDIS_URI`: one server, the sentinels that know it, or several nodes of a cluster.
final class RedisUris {

    private static final Pattern SERVER = Pattern.compile("rediss?://.+");
    private static final Pattern SENTINEL = Pattern.compile("rediss?-sentinel://.+");

    /// A name, an address of IPv4 or one of IPv6; the driver takes what it does not understand for a name.
    private static final Pattern HOST = Pattern.compile("[^\\s:/@?#]+|\\[?[0-9a-fA-F:.]+\\]?");

    /// How long connecting may take, and introducing oneself once connected.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RedisUris() {}

    /// @throws RedisSetupProblem if that is no address of Redis
    static List<RedisURI> parse(String setting) {
        String text = setting.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        List<RedisURI> uris;
        if (SENTINEL.matcher(lower).matches()) {
            uris = List.of(sentinels(text));
        } else if (SERVER.matcher(lower).matches()) {
            uris = servers(text);
        } else {
            throw malformed();
        }
        uris.forEach(uri -> uri.setTimeout(PATIENCE));
        return uris;
    }

    /// Host and port, for people; a sentinel's master by its name.
    static String describe(List<RedisURI> uris) {
        return String.join(", ", uris.stream().map(RedisUris::describe).toList());
    }

    private static String describe(RedisURI uri) {
        return uri.getSentinels().isEmpty()
                ? uri.getHost() + ":" + uri.getPort()
                : uri.getSentinelMasterId() + " by the sentinels " + describe(uri.getSentinels());
    }

    private static RedisURI sentinels(String text) {
        RedisURI uri = one(text);
        if (uri.getSentinelMasterId() == null || uri.getSentinelMasterId().isBlank()) {
            throw new RedisSetupProblem(
                    "REDIS_URI names sentinels but no master: write it as redis-sentinel://host1,host2/0#mymaster.");
        }
        return uri;
    }

    /// All nodes of a cluster are reached the same way, so that only the first needs its scheme and credentials.
    private static List<RedisURI> servers(String text) {
        String[] parts = text.split(",", -1);
        RedisURI first = one(parts[0].strip());
        return Arrays.stream(parts)
                .map(String::strip)
                .map(part -> part.contains("://") ? one(part) : sameBut(first, part))
                .toList();
    }

    private static RedisURI sameBut(RedisURI first, String address) {
        RedisURI other = one("redis://" + address);
        return RedisURI.builder(first)
                .withHost(other.getHost())
                .withPort(other.getPort())
                .build();
    }

    private static RedisURI one(String text) {
        try {
            RedisURI uri = RedisURI.create(text);
            if (uri.getSentinels().isEmpty()
                    && !HOST.matcher(Objects.toString(uri.getHost(), "")).matches()) {
                throw malformed();
            }
            return uri;
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static RedisSetupProblem malformed() {
        return new RedisSetupProblem(
                "REDIS_URI is no address of Redis: write it as redis://host:6379, rediss://user:password@host:6380,"
                        + " redis-sentinel://host1,host2/0#mymaster, or as several nodes of a cluster with commas between.");
    }
}

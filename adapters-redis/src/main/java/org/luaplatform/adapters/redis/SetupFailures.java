package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisURI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Says in one line why Redis cannot be used, and what to do about it.
final class SetupFailures {

    private SetupFailures() {}

    static RedisSetupProblem explained(Throwable failure, List<RedisURI> uris) {
        String place = RedisUris.describe(uris);
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .toList();
        if (says(causes, "WRONGPASS", "NOAUTH", "invalid password", "without any password")) {
            return new RedisSetupProblem("REDIS_URI: Redis at " + place
                    + " refuses the password. Correct the user and the password in the address, as in"
                    + " redis://user:password@host:6379.");
        }
        if (says(causes, "NOPERM", "user executing the script")) {
            return new RedisSetupProblem("REDIS_URI: the user at " + place
                    + " may not do what is needed. Give it at least ~lua:* &lua:* +@read +@write +@connection +@pubsub"
                    + " +@scripting (" + said(causes, "") + ").");
        }
        if (says(causes, "cluster support disabled")) {
            return new RedisSetupProblem("REDIS_URI names several servers, but " + place
                    + " are no nodes of a cluster. Name the one server to use, or write"
                    + " redis-sentinel://host1,host2/0#mymaster for servers under Sentinel.");
        }
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return new RedisSetupProblem(
                    "REDIS_URI: there is no host of the name in " + place + ". Correct the address.");
        }
        if (uris.stream().anyMatch(RedisURI::isSsl)) {
            return new RedisSetupProblem("REDIS_URI: no Redis answers by TLS at " + place
                    + ". Start it there, have Java trust its certificate, or write redis:// for a connection without TLS ("
                    + said(causes, "") + ").");
        }
        return new RedisSetupProblem("REDIS_URI: no Redis answers at " + place
                + ". Start it there, or correct the address (" + said(causes, "") + ").");
    }

    private static boolean says(List<Throwable> causes, String... words) {
        return Stream.of(words)
                .anyMatch(
                        word -> causes.stream().anyMatch(cause -> message(cause).contains(word)));
    }

    /// What the innermost cause with that word says.
    private static String said(List<Throwable> causes, String word) {
        return causes.reversed().stream()
                .map(SetupFailures::message)
                .filter(message -> !message.isBlank() && message.contains(word))
                .findFirst()
                .orElse("no reason given")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static String message(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "");
    }
}

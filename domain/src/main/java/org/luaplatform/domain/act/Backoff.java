package org.luaplatform.domain.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long to wait before the next attempt: ever longer, and by chance, so that receivers which come back are not
/// met by everything at once.
public final class Backoff {

    /// How long a delivery is attempted before it is given up.
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /// The longest that a receiver may ask us to wait.
    public static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /// The longest wait after the first, second, … attempt; the last holds from there on.
    private static final List<Duration> LONGEST = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private Backoff() {}

    /// When to try again after an attempt that failed at `now`; empty for never. The last attempt is made when the
    /// time is up, however the waits fall.
    ///
    /// @param tries how many attempts were made so far, that one included; at least 1
    /// @param since when the first became due
    /// @param asked how long the receiver asked us to wait, honoured up to [#LONGEST_ASKED]
    /// @param chance a number drawn evenly from 0 to 1
    static Optional<Instant> next(int tries, Instant since, Instant now, Optional<Duration> asked, double chance) {
        Instant end = since.plus(GIVE_UP_AFTER);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        Instant due = now.plus(longer(wait(tries, chance), asked.orElse(Duration.ZERO)));
        return Optional.of(due.isBefore(end) ? due : end);
    }

    private static Duration wait(int tries, double chance) {
        Duration longest = LONGEST.get(Math.clamp(tries - 1, 0, LONGEST.size() - 1));
        long spread = longest.minus(SHORTEST).toMillis();
        return SHORTEST.plusMillis((long) (spread * chance));
    }

    private static Duration longer(Duration ours, Duration asked) {
        Duration bounded = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        return bounded.compareTo(ours) > 0 ? bounded : ours;
    }
}

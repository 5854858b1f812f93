package org.luaplatform.domain.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// Counts how often somebody does something, across all replicas where they share a counter.
public interface RateLimiter {

    /// Takes one turn of `who`, if there is one left. Turns come back evenly over the limit's window, so that a
    /// full window's worth can be used in a burst and no more than that. Concurrent calls never take more than
    /// there are.
    ///
    /// @param who what is being limited, such as `collect:203.0.113.7`; unrelated names do not touch each other
    Decision take(String who, Limit limit, Instant now);

    /// `turns` in every `window`.
    ///
    /// Its arithmetic is what all limiters share, the
    /// [generic cell rate algorithm](https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). All that is
    /// remembered of a caller is the moment at which all turns will be back. Each turn that is taken moves it
    /// on by what one turn takes to come back, and there is one left as long as it would not go further ahead
    /// than all turns together take.
    record Limit(int turns, Duration window) {
        public Limit {
            if (turns < 1 || window.compareTo(Duration.ofMillis(turns)) < 0) {
                throw new IllegalArgumentException("a limit has at least one turn, and at least 1 ms for each");
            }
        }

        /// How long one turn takes to come back, in microseconds.
        public long microsPerTurn() {
            return microsForAll() / turns;
        }

        /// How long all turns together take to come back, in microseconds.
        public long microsForAll() {
            return TimeUnit.NANOSECONDS.toMicros(window.toNanos());
        }

        /// The answer to a caller whose turns are all back in `micros` microseconds.
        public Decision decision(boolean granted, long micros) {
            long left = Math.max(0, microsForAll() - micros) / microsPerTurn();
            long untilNext = left > 0 ? 0 : micros + microsPerTurn() - microsForAll();
            return new Decision(
                    granted,
                    (int) Math.min(left, turns),
                    Duration.of(untilNext, ChronoUnit.MICROS),
                    Duration.of(micros, ChronoUnit.MICROS));
        }
    }

    /// @param granted whether the turn was taken
    /// @param remaining how many turns are left right now
    /// @param retryAfter how long until the next turn is there; zero if one is left
    /// @param resetAfter how long until all turns are there again
    record Decision(boolean granted, int remaining, Duration retryAfter, Duration resetAfter) {}
}

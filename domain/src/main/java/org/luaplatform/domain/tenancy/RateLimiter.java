package org.luaplatform.domain.tenancy;

import java.time.Duration;
import java.time.Instant;

/// Counts how often somebody does something, across all replicas where they share a counter.
public interface RateLimiter {

    /// Takes one turn of `who`, if there is one left. Turns come back evenly over the limit's window, so that a
    /// full window's worth can be used in a burst and no more than that. Concurrent calls never take more than
    /// there are.
    ///
    /// @param who what is being limited, such as `collect:203.0.113.7`; unrelated names do not touch each other
    Decision take(String who, Limit limit, Instant now);

    /// `turns` in every `window`.
    record Limit(int turns, Duration window) {
        public Limit {
            if (turns < 1 || window.compareTo(Duration.ofMillis(turns)) < 0) {
                throw new IllegalArgumentException("a limit has at least one turn, and at least 1 ms for each");
            }
        }
    }

    /// @param granted whether the turn was taken
    /// @param remaining how many turns are left right now
    /// @param retryAfter how long until the next turn is there; zero if one is left
    /// @param resetAfter how long until all turns are there again
    record Decision(boolean granted, int remaining, Duration retryAfter, Duration resetAfter) {}
}

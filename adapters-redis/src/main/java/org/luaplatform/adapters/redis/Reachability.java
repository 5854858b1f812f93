package org.luaplatform.adapters.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Whether it makes sense to ask Redis now. Once it was silent, one caller in a while tries on behalf of all;
/// everybody else goes on without Redis at once.
final class Reachability {

    private static final System.Logger LOG = System.getLogger(Reachability.class.getName());
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long REACHABLE = 0;

    /// When the next caller may try, in nanoseconds since this was made, or [#REACHABLE].
    private final AtomicLong nextTry = new AtomicLong(REACHABLE);

    private final long start = System.nanoTime();

    boolean mayTry() {
        long next = nextTry.get();
        if (next == REACHABLE) {
            return true;
        }
        long now = elapsed();
        return now >= next && nextTry.compareAndSet(next, now + PAUSE_NANOS);
    }

    void reached() {
        if (nextTry.get() != REACHABLE && nextTry.getAndSet(REACHABLE) != REACHABLE) {
            LOG.log(System.Logger.Level.INFO, "Redis is back.");
        }
    }

    /// @param problem what happened, in a few words
    void missed(String problem) {
        if (nextTry.getAndSet(elapsed() + PAUSE_NANOS) == REACHABLE) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Redis is away ({0}). Until it is back, this replica limits rates for itself, and news and changed"
                            + " forms do not travel between replicas.",
                    problem);
        }
    }

    /// Never [#REACHABLE].
    private long elapsed() {
        return Math.max(1, System.nanoTime() - start);
    }
}

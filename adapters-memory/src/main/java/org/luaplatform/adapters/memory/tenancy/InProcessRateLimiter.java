package org.luaplatform.adapters.memory.tenancy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luaplatform.domain.tenancy.RateLimiter;

/// Counts within one process. Its memory is bounded, and so is its time, however many names somebody invents: it
/// remembers 65,536 of them at most, and where there is no room it forgets whoever has most turns left, which is to
/// say whoever gains least by it.
public final class InProcessRateLimiter implements RateLimiter {

    private static final int SHELVES = 8_192;
    private static final int PLACES = 8;

    /// Spreads names that differ little over all shelves (2^32 divided by the golden ratio).
    private static final int SPREAD = 0x9E3779B9;

    private static final int UNUSED_BITS = Integer.SIZE - Integer.numberOfTrailingZeros(SHELVES);

    private final Shelf[] shelves =
            IntStream.range(0, SHELVES).mapToObj(_ -> new Shelf()).toArray(Shelf[]::new);

    @Override
    public Decision take(String who, Limit limit, Instant now) {
        int shelf = (who.hashCode() * SPREAD) >>> UNUSED_BITS;
        return shelves[shelf].take(who, limit, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    /// A few names that have the same place by their hash. Only their callers ever wait for each other.
    private static final class Shelf {

        private final @Nullable String[] names = new @Nullable String[PLACES];

        /// When all turns of the name in the same place will be back, in microseconds since 1970.
        private final long[] allBack = new long[PLACES];

        synchronized Decision take(String who, Limit limit, long now) {
            int place = placeOf(who);
            long before = who.equals(names[place]) ? allBack[place] : now;
            // More than twice the limit is owed by nobody: the clock was wrong, and has been put right since.
            boolean isAbsurd = before - now > 2 * limit.microsForAll();
            long owed = isAbsurd ? limit.microsForAll() : Math.max(0, before - now);
            boolean granted = owed + limit.microsPerTurn() <= limit.microsForAll();
            if (granted) {
                owed += limit.microsPerTurn();
            }
            if (granted || isAbsurd) {
                names[place] = who;
                allBack[place] = now + owed;
            }
            return limit.decision(granted, owed);
        }

        /// Where the name is, or else where there is room for it: in a place that was never used, or whose turns
        /// are back first.
        private int placeOf(String who) {
            int earliest = 0;
            for (int place = 0; place < PLACES; place++) {
                if (who.equals(names[place])) {
                    return place;
                }
                if (allBack[place] < allBack[earliest]) {
                    earliest = place;
                }
            }
            return earliest;
        }
    }
}

package org.luaplatform.domain.understand;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Counts by the names of what is counted. Tallies add up and can be taken back, and whole numbers make that exact.
/// A count of 0 is no entry.
///
/// @param counts by counter name, each 1 to 200 characters
public record Tally(Map<String, Long> counts) {

    public static final Tally NOTHING = new Tally(Map.of());

    public Tally {
        var copy = new TreeMap<>(counts);
        copy.values().removeIf(count -> count == 0);
        // Seen as sorted, it is copied in one go when tallies are added up.
        counts = Collections.unmodifiableSortedMap(copy);
    }

    public long count(String counter) {
        return counts.getOrDefault(counter, 0L);
    }

    public Tally plus(Tally other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((counter, count) -> sum.merge(counter, count, Long::sum));
        return new Tally(sum);
    }

    public Tally negated() {
        var negated = new TreeMap<String, Long>();
        counts.forEach((counter, count) -> negated.put(counter, -count));
        return new Tally(negated);
    }

    public boolean isNothing() {
        return counts.isEmpty();
    }
}

package org.luaplatform.domain.understand;

import java.util.HashMap;
import java.util.Map;

/// Adds tallies up without making one of each step.
final class TallySum {

    private final Map<String, Long> counts = new HashMap<>();

    void add(Tally tally) {
        tally.counts().forEach(this::add);
    }

    void subtract(Tally tally) {
        tally.counts().forEach((counter, count) -> add(counter, -count));
    }

    void add(String counter, long count) {
        counts.merge(counter, count, Long::sum);
    }

    Tally sum() {
        return new Tally(counts);
    }
}

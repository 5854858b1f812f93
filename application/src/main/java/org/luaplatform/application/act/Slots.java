package org.luaplatform.application.act;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.luaplatform.domain.act.DestinationId;

/// How much this process is delivering right now, and where to. A destination never has more than
/// [#PER_DESTINATION], so that one that hangs holds up its own deliveries and nobody else's.
final class Slots {

    static final int PER_DESTINATION = 8;

    /// What is claimed at a time for one destination. One that has fewer slots left is passed over.
    static final int PER_CLAIM = 4;

    static final int ALL = 512;

    private final Map<DestinationId, Integer> taken = new HashMap<>();
    private int allTaken;

    synchronized int free() {
        return ALL - allTaken;
    }

    /// The destinations that have no room for another claim.
    synchronized Set<DestinationId> busy() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() > PER_DESTINATION - PER_CLAIM)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    synchronized void take(DestinationId destination) {
        taken.merge(destination, 1, Integer::sum);
        allTaken++;
    }

    synchronized void giveBack(DestinationId destination) {
        taken.computeIfPresent(destination, (_, count) -> count == 1 ? null : count - 1);
        allTaken--;
    }
}

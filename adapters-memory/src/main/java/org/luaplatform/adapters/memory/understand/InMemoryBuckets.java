package org.luaplatform.adapters.memory.understand;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane.Change;
import org.luaplatform.domain.understand.Tally;

/// Buckets in memory.
final class InMemoryBuckets implements Buckets {

    private final Map<Owned, Filled> buckets = new HashMap<>();

    @Override
    public synchronized List<Bucket> read(OrganizationId organization, Selection selection) {
        return buckets.entrySet().stream()
                .filter(bucket -> bucket.getKey().organization().equals(organization))
                .filter(bucket -> isWanted(bucket.getKey().key(), selection))
                .map(bucket ->
                        new Bucket(bucket.getKey().key(), bucket.getValue().slots()))
                .filter(bucket -> !bucket.slots().isEmpty())
                .sorted(Comparator.comparing(bucket -> bucket.key().day()))
                .toList();
    }

    private static boolean isWanted(Bucket.Key key, Selection selection) {
        return key.kind() == selection.kind()
                && !key.day().isBefore(selection.from())
                && !key.day().isAfter(selection.to())
                && selection.form().map(key.form()::equals).orElse(true)
                && selection.channel().map(key.channel()::equals).orElse(true)
                && selection.language().map(key.language()::equals).orElse(true);
    }

    /// Adds `changes`, all of one bucket, unless that has seen this plan or a later one.
    synchronized void apply(OrganizationId organization, Bucket.Key key, long plan, List<Change> changes) {
        var owned = new Owned(organization, key);
        Filled before = buckets.getOrDefault(owned, Filled.EMPTY);
        if (before.lastPlan() < plan) {
            Map<Integer, Tally> slots = new TreeMap<>(before.slots());
            changes.forEach(change -> slots.merge(change.slot(), change.added(), Tally::plus));
            slots.values().removeIf(Tally::isNothing);
            buckets.put(owned, new Filled(Map.copyOf(slots), plan));
        }
    }

    private record Owned(OrganizationId organization, Bucket.Key key) {}

    /// @param lastPlan the number of the last plan that changed it
    private record Filled(Map<Integer, Tally> slots, long lastPlan) {
        static final Filled EMPTY = new Filled(Map.of(), 0);
    }
}

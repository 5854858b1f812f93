package org.luaplatform.adapters.memory.understand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisState;

/// The records of all feedback, and the orders in which the ports want them. One record at a time is changed, under
/// this object's lock; the ports' methods take it where several steps belong together.
final class FeedbackRecords {

    private final Map<FeedbackId, FeedbackRecord> byId = new HashMap<>();
    private final Map<OrganizationId, NavigableMap<Place, FeedbackRecord>> byTime = new HashMap<>();
    private final NavigableMap<Place, FeedbackRecord> pending = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<Place, FeedbackRecord> failed = new TreeMap<>();
    private final NavigableMap<OrganizationId, NavigableMap<String, FeedbackRecord>> uncounted =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

    synchronized Optional<FeedbackRecord> find(FeedbackId id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<FeedbackRecord> find(OrganizationId organization, FeedbackId id) {
        return find(id).filter(found -> found.feedback().organization().equals(organization));
    }

    /// Adds the record, or puts it in the place of the one with its id.
    synchronized void put(FeedbackRecord after) {
        FeedbackId id = after.feedback().id();
        Optional.ofNullable(byId.put(id, after)).ifPresent(this::forget);
        OrganizationId organization = after.feedback().organization();
        byTime.computeIfAbsent(organization, _ -> new TreeMap<>())
                .put(new Place(after.feedback().occurredAt(), id.value()), after);
        if (after.isUncounted()) {
            uncounted.computeIfAbsent(organization, _ -> new TreeMap<>()).put(id.value(), after);
        }
        switch (after.analysis()) {
            case AnalysisState.Pending state -> pending.put(turn(after, state), after);
            case AnalysisState.Failed state -> failed.put(new Place(state.failedAt(), id.value()), after);
            case AnalysisState.Done _ -> {}
        }
    }

    private void forget(FeedbackRecord before) {
        FeedbackId id = before.feedback().id();
        Optional.ofNullable(uncounted.get(before.feedback().organization())).ifPresent(waiting -> {
            waiting.remove(id.value());
            if (waiting.isEmpty()) {
                uncounted.remove(before.feedback().organization());
            }
        });
        switch (before.analysis()) {
            case AnalysisState.Pending state -> pending.remove(turn(before, state));
            case AnalysisState.Failed state -> failed.remove(new Place(state.failedAt(), id.value()));
            case AnalysisState.Done _ -> {}
        }
    }

    /// When a worker may begin: not before the piece is due, nor while somebody else is at it.
    private static Place turn(FeedbackRecord waiting, AnalysisState.Pending state) {
        Instant at = waiting.lease().map(FeedbackRecord.Lease::until).orElse(state.dueAt());
        return new Place(at, waiting.feedback().id().value());
    }

    /// At most `max` pieces on which a worker may begin by `now`, the longest waiting first.
    synchronized List<FeedbackRecord> due(int max, Instant now) {
        List<FeedbackRecord> due = new ArrayList<>();
        for (Map.Entry<Place, FeedbackRecord> next : pending.entrySet()) {
            if (due.size() == max || next.getKey().at().isAfter(now)) {
                break;
            }
            due.add(next.getValue());
        }
        return due;
    }

    synchronized List<FeedbackRecord> pending() {
        return List.copyOf(pending.values());
    }

    /// The pieces that were given up, latest first.
    synchronized List<FeedbackRecord> failed() {
        return List.copyOf(failed.values());
    }

    /// Those of the organization after `place`, latest first.
    synchronized List<FeedbackRecord> after(OrganizationId organization, Optional<Place> place) {
        NavigableMap<Place, FeedbackRecord> all = byTime.getOrDefault(organization, Collections.emptyNavigableMap());
        return List.copyOf(
                place.map(last -> all.tailMap(last, false)).orElse(all).values());
    }

    synchronized List<OrganizationId> withUncounted() {
        return List.copyOf(uncounted.keySet());
    }

    /// Those of the organization that wait to be counted, by their ids.
    synchronized List<FeedbackRecord> uncounted(OrganizationId organization, int max) {
        Collection<FeedbackRecord> waiting = Optional.ofNullable(uncounted.get(organization))
                .map(Map::values)
                .orElse(List.of());
        return waiting.stream().limit(max).toList();
    }
}

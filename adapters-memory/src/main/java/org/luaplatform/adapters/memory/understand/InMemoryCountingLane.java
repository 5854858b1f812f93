package org.luaplatform.adapters.memory.understand;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.CountingLane;

/// Counts the feedback in memory, step by step as the port says: whoever tries their code on this adapter meets the
/// same races as on a store that changes one document at a time.
final class InMemoryCountingLane implements CountingLane {

    private final FeedbackRecords records;
    private final InMemoryBuckets buckets;
    private final Map<OrganizationId, State> lanes = new HashMap<>();

    InMemoryCountingLane(FeedbackRecords records, InMemoryBuckets buckets) {
        this.records = records;
        this.buckets = buckets;
    }

    @Override
    public synchronized List<OrganizationId> waiting(int max) {
        Stream<OrganizationId> unconcluded = lanes.entrySet().stream()
                .filter(lane -> lane.getValue().open().isPresent())
                .map(Map.Entry::getKey);
        return Stream.concat(unconcluded, records.withUncounted().stream())
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public synchronized Optional<Lane> enter(OrganizationId organization, String worker, Instant now, Duration lease) {
        State before = lanes.getOrDefault(organization, State.UNUSED);
        Optional<Stay> others =
                before.stay().filter(stay -> !stay.worker().equals(worker)).filter(stay -> now.isBefore(stay.until()));
        if (others.isPresent()) {
            return Optional.empty();
        }
        boolean stays = before.stay().map(stay -> stay.worker().equals(worker)).orElse(false);
        State after = new State(
                stays ? before.epoch() : before.epoch() + 1,
                Optional.of(new Stay(worker, now.plus(lease))),
                before.sequence(),
                before.open());
        lanes.put(organization, after);
        return Optional.of(new Lane(organization, worker, after.epoch(), after.sequence(), after.open()));
    }

    @Override
    public synchronized void leave(Lane lane) {
        lanes.computeIfPresent(
                lane.organization(), (_, state) -> state.epoch() == lane.epoch() ? state.vacated() : state);
    }

    @Override
    public List<Uncounted> uncounted(OrganizationId organization, int max) {
        return records.uncounted(organization, max).stream()
                .map(waiting -> new Uncounted(waiting.entry(), waiting.revision(), waiting.contributions()))
                .toList();
    }

    @Override
    public synchronized boolean plan(Lane lane, Plan plan) {
        State before = lanes.getOrDefault(lane.organization(), State.UNUSED);
        boolean isNext =
                before.epoch() == lane.epoch() && before.open().isEmpty() && plan.sequence() == before.sequence() + 1;
        if (isNext) {
            lanes.put(lane.organization(), before.planned(plan));
        }
        return isNext;
    }

    @Override
    public void carryOut(Plan plan) {
        plan.changes().stream()
                .collect(Collectors.groupingBy(Change::bucket))
                .forEach((bucket, changes) -> buckets.apply(plan.organization(), bucket, plan.sequence(), changes));
        plan.counted().forEach(counted -> mark(plan, counted));
        conclude(plan);
    }

    private void mark(Plan plan, Counted counted) {
        synchronized (records) {
            records.find(plan.organization(), counted.id())
                    .filter(piece -> piece.countedBy() < plan.sequence())
                    .ifPresent(piece -> records.put(piece.counted(counted, plan.sequence())));
        }
    }

    private synchronized void conclude(Plan plan) {
        lanes.computeIfPresent(
                plan.organization(), (_, state) -> state.sequence() == plan.sequence() ? state.concluded() : state);
    }

    @Override
    public void recount(OrganizationId organization, List<FeedbackId> ids) {
        synchronized (records) {
            ids.forEach(id -> records.find(organization, id)
                    .map(FeedbackRecord::toBeRecounted)
                    .ifPresent(records::put));
        }
    }

    private record Stay(String worker, Instant until) {}

    private record State(long epoch, Optional<Stay> stay, long sequence, Optional<Plan> open) {

        static final State UNUSED = new State(0, Optional.empty(), 0, Optional.empty());

        State vacated() {
            return new State(epoch, Optional.empty(), sequence, open);
        }

        State planned(Plan plan) {
            return new State(epoch, stay, plan.sequence(), Optional.of(plan));
        }

        State concluded() {
            return new State(epoch, stay, sequence, Optional.empty());
        }
    }
}

package org.luaplatform.adapters.memory.act;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The ledger in memory.
public final class InMemoryDeliveries implements Deliveries {

    private static final Comparator<Due> LONGEST_DUE_FIRST = Comparator.comparing(Due::since)
            .thenComparing(due -> due.delivery().id().value());

    private final Map<DeliveryId, Entry> ledger = new HashMap<>();
    private long leases;

    @Override
    public synchronized int enqueue(List<Delivery> deliveries) {
        int added = 0;
        for (Delivery delivery : deliveries) {
            if (ledger.putIfAbsent(delivery.id(), new Entry(delivery, Optional.empty())) == null) {
                added++;
            }
        }
        return added;
    }

    @Override
    public synchronized Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return Optional.ofNullable(ledger.get(id))
                .map(Entry::delivery)
                .filter(delivery -> delivery.organization().equals(organization));
    }

    @Override
    public synchronized Page<Delivery> list(
            OrganizationId organization,
            Optional<StateName> state,
            Optional<DestinationId> destination,
            PageRequest page) {
        return Pages.latestFirst(
                deliveries()
                        .filter(delivery -> delivery.organization().equals(organization))
                        .filter(delivery ->
                                state.map(wanted -> wanted == nameOf(delivery)).orElse(true))
                        .filter(delivery ->
                                destination.map(delivery.destination()::equals).orElse(true)),
                delivery -> new Place(delivery.createdAt(), delivery.id().value()),
                page);
    }

    @Override
    public synchronized List<Claim> claim(
            int max, int perDestination, Set<DestinationId> except, Instant now, Duration lease) {
        List<Due> due = ledger.values().stream()
                .flatMap(entry -> dueAt(entry, now).stream())
                .filter(one -> !except.contains(one.delivery().destination()))
                .sorted(LONGEST_DUE_FIRST)
                .toList();
        Map<DestinationId, Integer> given = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (Due one : due) {
            if (claims.size() < max && given.merge(one.delivery().destination(), 1, Integer::sum) <= perDestination) {
                claims.add(lease(one.delivery(), now.plus(lease)));
            }
        }
        return List.copyOf(claims);
    }

    private static Optional<Due> dueAt(Entry entry, Instant now) {
        return entry.pending()
                .filter(pending -> !now.isBefore(pending.dueAt()) && entry.isFree(now))
                .map(pending -> new Due(entry.delivery(), pending.dueAt()));
    }

    private Claim lease(Delivery delivery, Instant until) {
        var lease = new Lease(Long.toString(leases++), until);
        ledger.put(delivery.id(), new Entry(delivery, Optional.of(lease)));
        return new Claim(delivery, lease.token());
    }

    @Override
    public synchronized boolean settle(Claim claim, Delivery after) {
        DeliveryId id = claim.delivery().id();
        boolean mine = Optional.ofNullable(ledger.get(id))
                .flatMap(Entry::lease)
                .map(lease -> lease.token().equals(claim.token()))
                .orElse(false);
        if (mine) {
            ledger.put(id, new Entry(after, Optional.empty()));
        }
        return mine;
    }

    @Override
    public synchronized Delivery replay(OrganizationId organization, DeliveryId id, Instant now) {
        Delivery before = find(organization, id).orElseThrow(DeliveryNotFound::new);
        Delivery after = before.with(new Delivery.State.Pending(0, now, now), before.attempts());
        ledger.put(id, new Entry(after, Optional.empty()));
        return after;
    }

    @Override
    public synchronized int resume(OrganizationId organization, DestinationId destination, Instant now) {
        List<Entry> waiting = ledger.values().stream()
                .filter(entry -> entry.delivery().organization().equals(organization))
                .filter(entry -> entry.delivery().destination().equals(destination))
                .filter(entry -> entry.pending().isPresent() && entry.isFree(now))
                .toList();
        waiting.forEach(entry -> replay(organization, entry.delivery().id(), now));
        return waiting.size();
    }

    @Override
    public synchronized Figures figures() {
        List<Instant> due = ledger.values().stream()
                .flatMap(entry -> entry.pending().stream())
                .map(Delivery.State.Pending::dueAt)
                .toList();
        return new Figures(
                due.size(),
                deliveries().filter(one -> nameOf(one) == StateName.DEAD).count(),
                due.stream().min(Comparator.naturalOrder()));
    }

    private Stream<Delivery> deliveries() {
        return ledger.values().stream().map(Entry::delivery);
    }

    private static StateName nameOf(Delivery delivery) {
        return switch (delivery.state()) {
            case Delivery.State.Pending _ -> StateName.PENDING;
            case Delivery.State.Delivered _ -> StateName.DELIVERED;
            case Delivery.State.Dead _ -> StateName.DEAD;
        };
    }

    private record Entry(Delivery delivery, Optional<Lease> lease) {

        Optional<Delivery.State.Pending> pending() {
            return switch (delivery.state()) {
                case Delivery.State.Pending pending -> Optional.of(pending);
                case Delivery.State.Delivered _, Delivery.State.Dead _ -> Optional.empty();
            };
        }

        boolean isFree(Instant now) {
            return lease.map(held -> !now.isBefore(held.until())).orElse(true);
        }
    }

    private record Lease(String token, Instant until) {}

    private record Due(Delivery delivery, Instant since) {}
}

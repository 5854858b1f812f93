package org.luaplatform.application.act;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Health;
import org.luaplatform.domain.act.DestinationHealth;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Settlement;
import org.luaplatform.domain.tenancy.LiveEvents;

/// Brings what is due to its destinations. Each attempt runs on a thread of its own, and a destination takes up few
/// of them at a time, so that no receiver delays another.
///
/// What dies on its way here is attempted again when its lease is over: receivers get everything at least once,
/// under the same id each time.
public final class DispatchDeliveries {

    /// Far longer than an attempt may take.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 100;

    private final Deliveries deliveries;
    private final Destinations destinations;
    private final Courier courier;
    private final LiveEvents live;
    private final Signals signals;
    private final Executor threads;
    private final Nudge dispatcher;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Slots slots = new Slots();

    /// @param threads runs each attempt, typically on a virtual thread of its own; whoever closes it waits for the
    ///     attempts that are under way
    /// @param dispatcher is told when an attempt ended, since there may be room for the next
    public DispatchDeliveries(
            Deliveries deliveries,
            Destinations destinations,
            Courier courier,
            LiveEvents live,
            Signals signals,
            Executor threads,
            Nudge dispatcher,
            RandomGenerator random,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.courier = courier;
        this.live = live;
        this.signals = signals;
        this.threads = threads;
        this.dispatcher = dispatcher;
        this.random = random;
        this.clock = clock;
    }

    /// One round of the worker: starts the attempts that are due and does not wait for them.
    ///
    /// @return how many were started; 0 if nothing is due, or all who have something due are busy
    public int handle() {
        int most = Math.min(slots.free(), MOST_AT_ONCE);
        if (most == 0) {
            return 0;
        }
        List<Deliveries.Claim> claims = deliveries.claim(most, Slots.PER_CLAIM, slots.busy(), clock.instant(), LEASE);
        claims.forEach(this::start);
        return claims.size();
    }

    private void start(Deliveries.Claim claim) {
        slots.take(claim.delivery().destination());
        try {
            threads.execute(() -> carryOut(claim));
        } catch (RuntimeException refused) {
            slots.giveBack(claim.delivery().destination());
            throw refused;
        }
    }

    private void carryOut(Deliveries.Claim claim) {
        try {
            settle(claim);
        } catch (RuntimeException failure) {
            signals.workerFailed("dispatch", failure);
        } finally {
            slots.giveBack(claim.delivery().destination());
            dispatcher.nudge();
        }
    }

    private void settle(Deliveries.Claim claim) {
        Optional<Destination> destination = destination(claim.delivery());
        if (destination.isEmpty()) {
            store(claim, Settlement.orphaned(claim.delivery(), clock.instant()));
            return;
        }
        switch (destination.get().health()) {
            case Health.Active _ -> attempt(claim, destination.get());
            case Health.Disabled _ -> park(claim);
        }
    }

    private void attempt(Deliveries.Claim claim, Destination destination) {
        Courier.Outcome outcome = deliver(claim.delivery(), destination);
        Instant now = clock.instant();
        Delivery after = Settlement.attempted(claim.delivery(), outcome, now, random.nextDouble());
        signals.attempted(outcomeOf(after), outcome.attempt().duration());
        store(claim, after);
        remember(destination, outcome, now);
    }

    private Courier.Outcome deliver(Delivery delivery, Destination destination) {
        Instant at = clock.instant();
        try {
            return courier.deliver(delivery, destination);
        } catch (RuntimeException bug) {
            // What no courier can carry must not come back every minute for ever: it is backed off like any failure.
            signals.workerFailed("dispatch", bug);
            var attempt = new Attempt(
                    at,
                    Duration.between(at, clock.instant()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("could not be sent for an internal error"));
            return new Courier.Outcome(attempt, Courier.Verdict.RETRY, Optional.empty());
        }
    }

    private void park(Deliveries.Claim claim) {
        Delivery delivery = claim.delivery();
        store(claim, Settlement.parked(delivery, clock.instant()));
        // Whoever enabled the destination since we looked could not resume what we were holding.
        boolean isEnabled = destination(delivery)
                .map(destination -> destination.health() instanceof Health.Active)
                .orElse(false);
        if (isEnabled) {
            deliveries.resume(delivery.organization(), delivery.destination(), clock.instant());
        }
    }

    private void store(Deliveries.Claim claim, Delivery after) {
        if (deliveries.settle(claim, after)) {
            live.publish(new LiveEvents.News(
                    after.organization(),
                    "delivery.settled",
                    Map.of(
                            "delivery", after.id().value(),
                            "destination", after.destination().value(),
                            "state", stateOf(after)),
                    clock.instant()));
        }
    }

    private void remember(Destination destination, Courier.Outcome outcome, Instant now) {
        if (DestinationHealth.after(destination.health(), outcome, now).equals(destination.health())) {
            return;
        }
        try {
            destinations.update(
                    destination.organization(),
                    destination.id(),
                    Expected.any(),
                    stored -> stored.with(DestinationHealth.after(stored.health(), outcome, now)));
        } catch (DestinationNotFound _) {
            // Removed while we were there.
        }
    }

    private Optional<Destination> destination(Delivery delivery) {
        return destinations
                .find(delivery.organization(), delivery.destination())
                .map(Versioned::value);
    }

    private static String outcomeOf(Delivery after) {
        return switch (after.state()) {
            case Delivery.State.Delivered _ -> "delivered";
            case Delivery.State.Pending _ -> "retry";
            case Delivery.State.Dead _ -> "dead";
        };
    }

    private static String stateOf(Delivery after) {
        return switch (after.state()) {
            case Delivery.State.Delivered _ -> "delivered";
            case Delivery.State.Pending _ -> "pending";
            case Delivery.State.Dead _ -> "dead";
        };
    }
}

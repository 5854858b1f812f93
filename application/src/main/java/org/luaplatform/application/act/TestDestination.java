package org.luaplatform.application.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationDisabled;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody wants to see whether a destination hears us. The ledger shows what comes of it.
public final class TestDestination {

    /// @param id the new delivery's id, for callers who must recognise a repeated request; empty for a new one
    public record Command(DestinationId destination, Optional<DeliveryId> id) {}

    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Nudge dispatcher;
    private final Signals signals;
    private final IdGenerator ids;
    private final InstantSource clock;

    public TestDestination(
            Destinations destinations,
            Deliveries deliveries,
            Nudge dispatcher,
            Signals signals,
            IdGenerator ids,
            InstantSource clock) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws DestinationNotFound if the caller's organization has no such destination
    /// @throws DestinationDisabled if nothing is sent there
    public Delivery handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        Destination destination = destinations
                .find(organization, command.destination())
                .orElseThrow(DestinationNotFound::new)
                .value();
        if (destination.health() instanceof Destination.Health.Disabled(String reason, Instant _)) {
            throw new DestinationDisabled(reason);
        }
        Instant now = clock.instant();
        var delivery = Delivery.enqueued(
                command.id().orElseGet(() -> new DeliveryId(ids.next())),
                organization,
                destination.id(),
                Optional.empty(),
                new Event.Test(now),
                now);
        signals.enqueued(deliveries.enqueue(List.of(delivery)));
        dispatcher.nudge();
        return delivery;
    }
}

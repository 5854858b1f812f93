package org.luaplatform.application.act;

import java.time.Instant;
import java.time.InstantSource;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A destination that was disabled gets news again, and all that waited for it at once. Doing it twice does no
/// harm.
public final class EnableDestination {

    public record Command(DestinationId destination, Expected expected) {}

    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Nudge dispatcher;
    private final InstantSource clock;

    public EnableDestination(Destinations destinations, Deliveries deliveries, Nudge dispatcher, InstantSource clock) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.act.DestinationNotFound if the caller's organization has no such destination
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public Versioned<Destination> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        Instant now = clock.instant();
        Versioned<Destination> enabled = destinations.update(
                organization,
                command.destination(),
                command.expected(),
                destination -> destination.with(Destination.Health.Active.since(now)));
        deliveries.resume(organization, command.destination(), now);
        dispatcher.nudge();
        return enabled;
    }
}

package org.luaplatform.application.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// All dead letters of a destination go out again, as after its receiver was repaired.
public final class ReplayDeliveries {

    /// No call does more than this; whoever is told that there are more calls again.
    public static final int MOST_AT_ONCE = 1_000;

    public record Command(DestinationId destination) {}

    /// @param replayed how many go out again
    /// @param more whether there are dead letters left
    public record Replayed(int replayed, boolean more) {}

    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Nudge dispatcher;
    private final InstantSource clock;

    public ReplayDeliveries(Destinations destinations, Deliveries deliveries, Nudge dispatcher, InstantSource clock) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /// @throws DestinationNotFound if the caller's organization has no such destination
    public Replayed handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.DELIVERIES_WRITE);
        if (destinations.find(organization, command.destination()).isEmpty()) {
            throw new DestinationNotFound();
        }
        Instant now = clock.instant();
        int replayed = 0;
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Delivery> page = deliveries.list(
                    organization,
                    Optional.of(Deliveries.StateName.DEAD),
                    Optional.of(command.destination()),
                    new PageRequest(PageRequest.MAX_LIMIT, next));
            for (Delivery dead : page.items()) {
                deliveries.replay(organization, dead.id(), now);
                replayed++;
            }
            next = page.next();
        } while (next.isPresent() && replayed < MOST_AT_ONCE);
        dispatcher.nudge();
        return new Replayed(replayed, next.isPresent());
    }
}

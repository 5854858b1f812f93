package org.luaplatform.application.act;

import java.time.InstantSource;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A delivery goes out (again), whatever became of it, under the id that its receiver knows.
public final class ReplayDelivery {

    public record Command(DeliveryId delivery) {}

    private final Deliveries deliveries;
    private final Nudge dispatcher;
    private final InstantSource clock;

    public ReplayDelivery(Deliveries deliveries, Nudge dispatcher, InstantSource clock) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.act.DeliveryNotFound if the caller's organization has no such delivery
    public Delivery handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.DELIVERIES_WRITE);
        Delivery replayed = deliveries.replay(organization, command.delivery(), clock.instant());
        dispatcher.nudge();
        return replayed;
    }
}

package org.luaplatform.application.act;

import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at one delivery and all its attempts.
public final class ReadDelivery {

    public record Query(DeliveryId delivery) {}

    private final Deliveries deliveries;

    public ReadDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /// @throws DeliveryNotFound if the caller's organization has no such delivery
    public Delivery handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.DELIVERIES_READ);
        return deliveries.find(organization, query.delivery()).orElseThrow(DeliveryNotFound::new);
    }
}

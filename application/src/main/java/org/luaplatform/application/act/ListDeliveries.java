package org.luaplatform.application.act;

import java.util.Optional;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks through the ledger of their organization's deliveries, the newest first.
public final class ListDeliveries {

    /// @param state empty for all
    /// @param destination empty for all
    public record Query(
            OrganizationId organization,
            Optional<Deliveries.StateName> state,
            Optional<DestinationId> destination,
            PageRequest page) {}

    private final Deliveries deliveries;

    public ListDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    public Page<Delivery> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.DELIVERIES_READ, query.organization());
        return deliveries.list(query.organization(), query.state(), query.destination(), query.page());
    }
}

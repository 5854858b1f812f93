package org.luaplatform.application.act;

import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at one of their organization's destinations, and whether it takes what is sent there.
public final class ReadDestination {

    public record Query(DestinationId destination) {}

    private final Destinations destinations;

    public ReadDestination(Destinations destinations) {
        this.destinations = destinations;
    }

    /// @throws DestinationNotFound if the caller's organization has no such destination
    public Versioned<Destination> handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.RULES_READ);
        return destinations.find(organization, query.destination()).orElseThrow(DestinationNotFound::new);
    }
}

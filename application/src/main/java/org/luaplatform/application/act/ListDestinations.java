package org.luaplatform.application.act;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks through their organization's destinations, the newest first.
public final class ListDestinations {

    public record Query(OrganizationId organization, PageRequest page) {}

    private final Destinations destinations;

    public ListDestinations(Destinations destinations) {
        this.destinations = destinations;
    }

    public Page<Versioned<Destination>> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.RULES_READ, query.organization());
        return destinations.list(query.organization(), query.page());
    }
}

package org.luaplatform.application.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationInUse;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A destination goes. What was still on its way there becomes a dead letter that says so.
public final class RemoveDestination {

    public record Command(DestinationId destination, Expected expected) {}

    private final Destinations destinations;
    private final Rules rules;

    public RemoveDestination(Destinations destinations, Rules rules) {
        this.destinations = destinations;
        this.rules = rules;
    }

    /// @throws DestinationNotFound if the caller's organization has no such destination
    /// @throws DestinationInUse if rules still deliver to it
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public void handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        if (destinations.find(organization, command.destination()).isEmpty()) {
            throw new DestinationNotFound();
        }
        List<Rule> users = users(organization, command.destination());
        if (!users.isEmpty()) {
            throw new DestinationInUse(users);
        }
        destinations.remove(organization, command.destination(), command.expected());
    }

    private List<Rule> users(OrganizationId organization, DestinationId destination) {
        var users = new ArrayList<Rule>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Versioned<Rule>> page = rules.list(organization, new PageRequest(PageRequest.MAX_LIMIT, next));
            page.items().stream()
                    .map(Versioned::value)
                    .filter(rule -> rule.destinations().contains(destination))
                    .forEach(users::add);
            next = page.next();
        } while (next.isPresent());
        return users;
    }
}

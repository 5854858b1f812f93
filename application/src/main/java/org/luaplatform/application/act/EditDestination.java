package org.luaplatform.application.act;

import java.net.URI;
import java.util.Optional;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A destination gets another name, or moves. Its secrets stay, and what is on its way goes to the new address.
public final class EditDestination {

    public record Command(DestinationId destination, String name, String url, Expected expected) {}

    private final Destinations destinations;

    public EditDestination(Destinations destinations) {
        this.destinations = destinations;
    }

    /// @throws org.luaplatform.domain.Invalid with every violation
    /// @throws org.luaplatform.domain.act.DestinationNotFound if the caller's organization has no such destination
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public Versioned<Destination> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        var violations = new Violations();
        violations.attempt(Pointer.to("name"), () -> Text.required(command.name(), 100, Pointer.ROOT));
        Optional<URI> url = Webhooks.url(command.url(), violations);
        violations.throwIfAny();
        return destinations.update(organization, command.destination(), command.expected(), destination -> {
            Webhook before = Webhooks.of(destination);
            return destination.edited(
                    command.name(), new Webhook(url.orElseThrow(), before.secret(), before.retired()));
        });
    }
}

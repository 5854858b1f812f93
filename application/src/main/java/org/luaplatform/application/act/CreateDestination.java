package org.luaplatform.application.act;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.SecretBox;

/// An organization names a place that wants to hear news.
public final class CreateDestination {

    /// @param secret what to sign messages with; empty for one of ours
    /// @param id the new destination's id, for callers who must recognise a repeated request; empty for a new one
    public record Command(
            OrganizationId organization, String name, String url, Optional<String> secret, Optional<DestinationId> id) {

        /// Keeps the secret out of logs and messages.
        @Override
        public String toString() {
            return "CreateDestination[%s, %s, %s]".formatted(organization, name, url);
        }
    }

    private final Destinations destinations;
    private final SecretBox box;
    private final IdGenerator ids;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random a cryptographically strong source
    public CreateDestination(
            Destinations destinations, SecretBox box, IdGenerator ids, RandomGenerator random, InstantSource clock) {
        this.destinations = destinations;
        this.box = box;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.Invalid with every violation
    /// @throws org.luaplatform.domain.Conflict if the id is taken
    public NewDestination handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.RULES_WRITE, command.organization());
        var violations = new Violations();
        violations.attempt(Pointer.to("name"), () -> Text.required(command.name(), 100, Pointer.ROOT));
        Optional<URI> url = Webhooks.url(command.url(), violations);
        Optional<SigningSecret> secret = command.secret()
                .map(given -> violations.attempt(Pointer.to("secret"), () -> SigningSecret.parse(given)))
                .orElseGet(() -> Optional.of(SigningSecret.create(random)));
        violations.throwIfAny();
        DestinationId id = command.id().orElseGet(() -> new DestinationId(ids.next()));
        var webhook =
                new Webhook(url.orElseThrow(), box.seal(secret.orElseThrow().reveal(), id.value()), Optional.empty());
        var destination = new Destination(
                id,
                command.organization(),
                command.name(),
                webhook,
                Destination.Health.Active.since(clock.instant()),
                clock.instant());
        destinations.add(destination);
        return new NewDestination(new Versioned<>(destination, Revision.FIRST), secret.orElseThrow());
    }
}

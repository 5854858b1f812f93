package org.luaplatform.application.act;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.RetiredSecret;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.tenancy.SecretBox;

/// A destination gets a new secret. For [#BOTH_SIGN] messages are signed with the old one too, so that the receiver
/// can change over without refusing any.
public final class RotateSecret {

    public static final Duration BOTH_SIGN = Duration.ofHours(24);

    /// @param secret what to sign messages with from now on; empty for one of ours
    public record Command(DestinationId destination, Optional<String> secret, Expected expected) {

        /// Keeps the secret out of logs and messages.
        @Override
        public String toString() {
            return "RotateSecret[%s]".formatted(destination);
        }
    }

    private final Destinations destinations;
    private final SecretBox box;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random a cryptographically strong source
    public RotateSecret(Destinations destinations, SecretBox box, RandomGenerator random, InstantSource clock) {
        this.destinations = destinations;
        this.box = box;
        this.random = random;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.Invalid if the given secret is none
    /// @throws org.luaplatform.domain.act.DestinationNotFound if the caller's organization has no such destination
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public NewDestination handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        var violations = new Violations();
        Optional<SigningSecret> chosen = command.secret()
                .flatMap(given -> violations.attempt(Pointer.to("secret"), () -> SigningSecret.parse(given)));
        violations.throwIfAny();
        SigningSecret secret = chosen.orElseGet(() -> SigningSecret.create(random));
        SealedSecret sealed = box.seal(secret.reveal(), command.destination().value());
        Instant until = clock.instant().plus(BOTH_SIGN);
        Versioned<Destination> rotated =
                destinations.update(organization, command.destination(), command.expected(), destination -> {
                    Webhook before = Webhooks.of(destination);
                    var retired = new RetiredSecret(before.secret(), until);
                    return destination.edited(
                            destination.name(), new Webhook(before.url(), sealed, Optional.of(retired)));
                });
        return new NewDestination(rotated, secret);
    }
}

package org.luaplatform.domain.act;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;

/// Somewhere that news is delivered to.
///
/// @param name what people call it, 1 to 100 characters
public record Destination(
        DestinationId id, OrganizationId organization, String name, Target target, Health health, Instant createdAt) {

    public Destination {
        var violations = new Violations();
        String given = name;
        name = violations
                .attempt(Pointer.to("name"), () -> Text.required(given, 100, Pointer.ROOT))
                .orElse("");
        violations.throwIfAny();
    }

    public Destination with(Health health) {
        return new Destination(id, organization, name, target, health, createdAt);
    }

    public Destination edited(String name, Target target) {
        return new Destination(id, organization, name, target, health, createdAt);
    }

    /// What kind of place it is.
    public sealed interface Target {

        /// An HTTP endpoint that is told by [Standard Webhooks](https://www.standardwebhooks.com).
        ///
        /// @param url absolute, `http` or `https`, without user info and fragment, at most 2,000 characters
        /// @param secret signs each message ([SigningSecret]); sealed for the destination's id
        /// @param retired the secret before this one, if messages are still signed with both
        record Webhook(URI url, SealedSecret secret, Optional<RetiredSecret> retired) implements Target {
            public Webhook {
                var violations = new Violations();
                Pointer place = Pointer.to("url");
                violations.check(
                        ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                                && url.getHost() != null,
                        place,
                        "must be an absolute http or https URL");
                violations.check(
                        url.getUserInfo() == null && url.getFragment() == null,
                        place,
                        "must have neither user info nor fragment");
                violations.check(url.toString().length() <= 2_000, place, "must have at most 2000 characters");
                violations.throwIfAny();
            }

            /// Where somebody says that they listen.
            ///
            /// @throws Invalid at the root if that is no URL at all
            public static URI parse(String url) {
                try {
                    return new URI(url.strip());
                } catch (URISyntaxException _) {
                    throw new Invalid(Pointer.ROOT, "must be an absolute http or https URL");
                }
            }
        }
    }

    /// A secret that its receiver may still check by for a while, so that receivers can be told the new one without
    /// refusing a single message.
    ///
    /// @param secret sealed for the destination's id
    /// @param until from then on only the new secret signs
    public record RetiredSecret(SealedSecret secret, Instant until) {}

    /// Whether deliveries go there.
    public sealed interface Health {

        /// @param failures how many attempts failed since the last that succeeded, counted up to
        ///     [DestinationHealth#MANY_FAILURES] and no further
        /// @param failingSince when the first of them failed; meaningless without failures
        record Active(int failures, Instant failingSince) implements Health {
            public static Active since(Instant now) {
                return new Active(0, now);
            }
        }

        /// Nothing is sent until somebody enables it again; what is due meanwhile waits in the ledger.
        record Disabled(String reason, Instant at) implements Health {}
    }
}

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

            private static final int LONGEST_URL = 2_000;
            private static final int HIGHEST_PORT = 65_535;
            private static final String NO_URL = "must be an absolute http or https URL";

            public Webhook {
                Optional<String> problem = problem(url);
                if (problem.isPresent()) {
                    throw new Invalid(Pointer.to("url"), problem.get());
                }
            }

            /// Where somebody says that they listen.
            ///
            /// @throws Invalid at the root if messages cannot go there
            public static URI address(String text) {
                URI url;
                try {
                    url = new URI(text.strip());
                } catch (URISyntaxException _) {
                    throw new Invalid(Pointer.ROOT, NO_URL);
                }
                Optional<String> problem = problem(url);
                if (problem.isPresent()) {
                    throw new Invalid(Pointer.ROOT, problem.get());
                }
                return url;
            }

            private static Optional<String> problem(URI url) {
                boolean isHttp = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
                if (!isHttp || url.getHost() == null) {
                    return Optional.of(NO_URL);
                }
                if (url.getUserInfo() != null || url.getFragment() != null) {
                    return Optional.of("must have neither user info nor fragment");
                }
                if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
                    return Optional.of("must have a port between 1 and " + HIGHEST_PORT);
                }
                return url.toString().length() > LONGEST_URL
                        ? Optional.of("must have at most " + LONGEST_URL + " characters")
                        : Optional.empty();
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

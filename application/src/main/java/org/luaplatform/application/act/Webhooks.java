package org.luaplatform.application.act;

import java.net.URI;
import java.util.Optional;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target;
import org.luaplatform.domain.act.Destination.Target.Webhook;

/// What the use cases of webhooks share.
final class Webhooks {

    private Webhooks() {}

    /// The URL, or what is wrong with it at `/url`.
    static Optional<URI> url(String url, Violations violations) {
        return violations.attempt(Pointer.to("url"), () -> Webhook.address(url));
    }

    static Webhook of(Destination destination) {
        return switch (destination.target()) {
            case Target.Webhook webhook -> webhook;
        };
    }
}

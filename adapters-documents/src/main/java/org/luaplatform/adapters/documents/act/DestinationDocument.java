package org.luaplatform.adapters.documents.act;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;

/// Destinations as documents: `{id, organization, name, target, health, createdAt}`.
public final class DestinationDocument {

    private DestinationDocument() {}

    public static Document of(Destination destination) {
        return Stored.document(destination.id().value())
                .put("organization", destination.organization().value())
                .put("name", destination.name())
                .put("target", target(destination.target()))
                .put("health", health(destination.health()))
                .putMillis("createdAt", destination.createdAt())
                .build();
    }

    public static Destination toDestination(Document document) {
        return Stored.read(
                document,
                () -> new Destination(
                        new DestinationId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        document.text("name"),
                        toTarget(document.document("target")),
                        toHealth(document.document("health")),
                        document.instant("createdAt")));
    }

    private static Document target(Destination.Target target) {
        return switch (target) {
            case Destination.Target.Webhook(
                    URI url,
                    SealedSecret secret,
                    Optional<Destination.RetiredSecret> retired) ->
                Document.builder()
                        .put("type", "webhook")
                        .put("url", url.toString())
                        .put("secret", secret.base64())
                        .put("retired", retired.map(DestinationDocument::retired))
                        .build();
        };
    }

    private static Destination.Target toTarget(Document document) {
        return switch (document.text("type")) {
            case "webhook" ->
                new Destination.Target.Webhook(
                        document.read("url", URI::create),
                        new SealedSecret(document.text("secret")),
                        document.optionalDocument("retired").map(DestinationDocument::toRetired));
            case String other -> throw document.malformed("type", "is unknown: " + other);
        };
    }

    private static Document retired(Destination.RetiredSecret secret) {
        return Document.builder()
                .put("secret", secret.secret().base64())
                .putMillis("until", secret.until())
                .build();
    }

    private static Destination.RetiredSecret toRetired(Document document) {
        return new Destination.RetiredSecret(new SealedSecret(document.text("secret")), document.instant("until"));
    }

    private static Document health(Destination.Health health) {
        return switch (health) {
            case Destination.Health.Active(int failures, Instant failingSince) ->
                Document.builder()
                        .put("name", "active")
                        .put("failures", failures)
                        .putMillis("failingSince", failingSince)
                        .build();
            case Destination.Health.Disabled(String reason, Instant at) ->
                Document.builder()
                        .put("name", "disabled")
                        .put("reason", reason)
                        .putMillis("at", at)
                        .build();
        };
    }

    private static Destination.Health toHealth(Document document) {
        return switch (document.text("name")) {
            case "active" ->
                new Destination.Health.Active(document.count("failures"), document.instant("failingSince"));
            case "disabled" -> new Destination.Health.Disabled(document.text("reason"), document.instant("at"));
            case String other -> throw document.malformed("name", "is unknown: " + other);
        };
    }
}

package org.luaplatform.adapters.documents.act;

import java.time.Duration;
import java.time.Instant;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Deliveries as documents: `{id, organization, destination, rule?, event, state, attempts, createdAt}`.
public final class DeliveryDocument {

    private DeliveryDocument() {}

    public static Document of(Delivery delivery) {
        return Stored.document(delivery.id().value())
                .put("organization", delivery.organization().value())
                .put("destination", delivery.destination().value())
                .put("rule", delivery.rule().map(RuleId::value))
                .put("event", EventDocument.of(delivery.event()))
                .put("state", state(delivery.state()))
                .putDocuments(
                        "attempts",
                        delivery.attempts().stream()
                                .map(DeliveryDocument::attempt)
                                .toList())
                .putMillis("createdAt", delivery.createdAt())
                .build();
    }

    public static Delivery toDelivery(Document document) {
        return Stored.read(
                document,
                () -> new Delivery(
                        new DeliveryId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        new DestinationId(document.text("destination")),
                        document.readOptional("rule", RuleId::new),
                        EventDocument.toEvent(document.document("event")),
                        toState(document.document("state")),
                        document.documents("attempts").stream()
                                .map(DeliveryDocument::toAttempt)
                                .toList(),
                        document.instant("createdAt")));
    }

    public static Document state(Delivery.State state) {
        return switch (state) {
            case Delivery.State.Pending(int tries, Instant dueAt, Instant since) ->
                Document.builder()
                        .put("name", "pending")
                        .put("tries", tries)
                        .putMillis("dueAt", dueAt)
                        .putMillis("since", since)
                        .build();
            case Delivery.State.Delivered(Instant at) ->
                Document.builder().put("name", "delivered").putMillis("at", at).build();
            case Delivery.State.Dead(String reason, Instant at) ->
                Document.builder()
                        .put("name", "dead")
                        .put("reason", reason)
                        .putMillis("at", at)
                        .build();
        };
    }

    private static Delivery.State toState(Document document) {
        return switch (document.text("name")) {
            case "pending" ->
                new Delivery.State.Pending(
                        document.count("tries"), document.instant("dueAt"), document.instant("since"));
            case "delivered" -> new Delivery.State.Delivered(document.instant("at"));
            case "dead" -> new Delivery.State.Dead(document.text("reason"), document.instant("at"));
            case String other -> throw document.malformed("name", "is unknown: " + other);
        };
    }

    private static Document attempt(Attempt attempt) {
        return Document.builder()
                .putMillis("at", attempt.at())
                .put("duration", attempt.duration().toString())
                .put("status", attempt.status())
                .put("responseStart", attempt.responseStart())
                .put("problem", attempt.problem())
                .build();
    }

    private static Attempt toAttempt(Document document) {
        return new Attempt(
                document.instant("at"),
                document.read("duration", Duration::parse),
                document.optionalWhole("status").map(Math::toIntExact),
                document.optionalText("responseStart"),
                document.optionalText("problem"));
    }
}

package org.luaplatform.adapters.http.act;

import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Event;

/// Deliveries as clients read them.
final class DeliveryJson {

    private DeliveryJson() {}

    static void write(JsonWriter json, Delivery delivery) {
        json.startObject().field("id", delivery.id().value());
        state(json, delivery.state());
        json.field("destinationId", delivery.destination().value());
        delivery.rule().ifPresent(rule -> json.field("ruleId", rule.value()));
        event(json, delivery.event());
        json.startArray("attempts");
        delivery.attempts().forEach(attempt -> attempt(json, attempt));
        json.endArray().field("createdAt", delivery.createdAt()).endObject();
    }

    private static void state(JsonWriter json, Delivery.State state) {
        switch (state) {
            case Delivery.State.Pending pending ->
                json.field("state", "pending").field("dueAt", pending.dueAt());
            case Delivery.State.Delivered delivered ->
                json.field("state", "delivered").field("deliveredAt", delivered.at());
            case Delivery.State.Dead dead ->
                json.field("state", "dead").field("reason", dead.reason()).field("deadAt", dead.at());
        }
    }

    private static void event(JsonWriter json, Event event) {
        json.startObject("event").field("type", event.type()).field("at", event.at());
        switch (event) {
            case Event.FeedbackAnalysed analysed -> {
                var feedback = analysed.entry().feedback();
                json.field("feedbackId", feedback.id().value())
                        .field("formId", feedback.form().value());
            }
            case Event.ThemeChanged changed ->
                json.field("themeId", changed.theme().value())
                        .field("label", changed.label())
                        .field("measure", Words.of(changed.measure()))
                        .field("value", changed.value())
                        .field("bound", changed.bound())
                        .field("window", Windows.render(changed.window()));
            case Event.MetricCrossed crossed ->
                json.field("metric", Words.of(crossed.metric()))
                        .field("direction", Words.of(crossed.direction()))
                        .field("value", crossed.value())
                        .field("bound", crossed.bound())
                        .field("window", Windows.render(crossed.window()));
            case Event.Test _ -> {}
        }
        json.endObject();
    }

    private static void attempt(JsonWriter json, Attempt attempt) {
        json.startObject()
                .field("at", attempt.at())
                .field("durationMs", attempt.duration().toMillis());
        attempt.status().ifPresent(status -> json.field("status", status));
        json.field("error", attempt.problem())
                .field("responseStart", attempt.responseStart())
                .endObject();
    }
}

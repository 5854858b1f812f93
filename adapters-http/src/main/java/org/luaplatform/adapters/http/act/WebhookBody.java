package org.luaplatform.adapters.http.act;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.understand.FeedbackObject;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Event;

/// What a receiver is told: `{"type", "timestamp", "data"}`. A delivery has the same body in each attempt, since it
/// carries its event as it was.
final class WebhookBody {

    private WebhookBody() {}

    static byte[] of(Delivery delivery) {
        Event event = delivery.event();
        return Json.bytes(Document.builder()
                .put("type", event.type())
                .put("timestamp", event.at().toString())
                .put("data", data(delivery, event))
                .build());
    }

    private static Document data(Delivery delivery, Event event) {
        Document.Builder data = Document.builder()
                .put("organizationId", delivery.organization().value())
                .put("ruleId", delivery.rule().map(rule -> rule.value()));
        return switch (event) {
            case Event.FeedbackAnalysed feedback ->
                data.put("feedback", FeedbackObject.of(feedback.entry())).build();
            case Event.ThemeChanged theme ->
                data.put(
                                "theme",
                                Document.builder()
                                        .put("id", theme.theme().value())
                                        .put("label", theme.label())
                                        .build())
                        .put("measure", EnumText.of(theme.measure()))
                        .put("value", theme.value())
                        .put("atLeast", theme.bound())
                        .put("window", theme.window().toString())
                        .build();
            case Event.MetricCrossed metric ->
                data.put("metric", EnumText.of(metric.metric()))
                        .put("direction", EnumText.of(metric.direction()))
                        .put("value", metric.value())
                        .put("bound", metric.bound())
                        .put("window", metric.window().toString())
                        .build();
            case Event.Test _ -> data.put("message", "This is a test.").build();
        };
    }
}

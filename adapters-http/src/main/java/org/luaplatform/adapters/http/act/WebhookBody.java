package org.luaplatform.adapters.http.act;

import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.adapters.http.understand.FeedbackJson;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Event;

/// What a receiver is told: `{"type", "timestamp", "data"}`, with feedback as the API shows it. A delivery has the
/// same body in each attempt, since it carries its event as it was.
final class WebhookBody {

    private WebhookBody() {}

    static byte[] of(Delivery delivery) {
        Event event = delivery.event();
        var json = new JsonWriter()
                .startObject()
                .field("type", event.type())
                .field("timestamp", event.at())
                .startObject("data")
                .field("organizationId", delivery.organization().value());
        delivery.rule().ifPresent(rule -> json.field("ruleId", rule.value()));
        switch (event) {
            case Event.FeedbackAnalysed analysed -> {
                var feedback = new JsonWriter();
                FeedbackJson.write(feedback, analysed.entry());
                json.rawField("feedback", feedback.toBytes());
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
            case Event.Test _ -> json.field("message", "This is a test.");
        }
        return json.endObject().endObject().toBytes();
    }
}

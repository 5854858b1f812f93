package org.luaplatform.adapters.http.act;

import java.util.List;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.Trigger;

/// Rules as clients read them. [RuleBody] reads what this writes.
final class RuleJson {

    static final String FEEDBACK_ANALYSED = "feedback.analysed";
    static final String THEME_CHANGED = "theme.changed";
    static final String METRIC_CROSSED = "metric.crossed";

    private RuleJson() {}

    static void write(JsonWriter json, Rule rule) {
        json.startObject()
                .field("id", rule.id().value())
                .field("name", rule.name())
                .field("enabled", rule.enabled());
        trigger(json, rule.when());
        json.startArray("conditions");
        rule.conditions().forEach(condition -> condition(json, condition));
        json.endArray()
                .strings(
                        "destinations",
                        rule.destinations().stream().map(DestinationId::value).toList())
                .field("createdAt", rule.createdAt())
                .endObject();
    }

    private static void trigger(JsonWriter json, Trigger trigger) {
        switch (trigger) {
            case Trigger.FeedbackAnalysed _ -> json.field("when", FEEDBACK_ANALYSED);
            case Trigger.ThemeCrossed theme ->
                json.field("when", THEME_CHANGED)
                        .startObject("threshold")
                        .field("measure", Words.of(theme.measure()))
                        .field("atLeast", theme.atLeast())
                        .field("window", Windows.render(theme.window()))
                        .endObject();
            case Trigger.MetricCrossed metric ->
                json.field("when", METRIC_CROSSED)
                        .startObject("threshold")
                        .field("metric", Words.of(metric.metric()))
                        .field("direction", Words.of(metric.direction()))
                        .field("bound", metric.bound())
                        .field("window", Windows.render(metric.window()))
                        .endObject();
        }
    }

    private static void condition(JsonWriter json, Condition condition) {
        json.startObject()
                .field("field", Words.of(condition.subject()))
                .field("op", condition.comparison().text());
        List<String> values = condition.values();
        switch (condition.comparison()) {
            case AT_LEAST, AT_MOST -> json.field("value", Double.parseDouble(values.getFirst()));
            case IS, IS_NOT -> {
                if (values.size() == 1) {
                    json.field("value", values.getFirst());
                } else {
                    json.strings("value", values);
                }
            }
        }
        json.endObject();
    }
}

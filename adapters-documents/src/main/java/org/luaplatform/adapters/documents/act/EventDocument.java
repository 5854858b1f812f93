package org.luaplatform.adapters.documents.act;

import java.time.Duration;
import java.time.Instant;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.understand.FeedbackEntryDocument;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.ThemeId;

/// Events as documents, within the delivery that carries them: `{type, at, …}`.
final class EventDocument {

    private EventDocument() {}

    static Document of(Event event) {
        return switch (event) {
            case Event.FeedbackAnalysed(FeedbackEntry entry, Instant at) ->
                typed("feedbackAnalysed", at)
                        .put("entry", FeedbackEntryDocument.of(entry))
                        .build();
            case Event.ThemeChanged(
                    ThemeId theme,
                    String label,
                    Trigger.ThemeMeasure measure,
                    double value,
                    double bound,
                    Duration window,
                    Instant at) ->
                typed("themeChanged", at)
                        .put("theme", theme.value())
                        .put("label", label)
                        .put("measure", EnumText.of(measure))
                        .put("value", value)
                        .put("bound", bound)
                        .put("window", window.toString())
                        .build();
            case Event.MetricCrossed(
                    Trigger.Metric metric,
                    Trigger.Direction direction,
                    double value,
                    double bound,
                    Duration window,
                    Instant at) ->
                typed("metricCrossed", at)
                        .put("metric", EnumText.of(metric))
                        .put("direction", EnumText.of(direction))
                        .put("value", value)
                        .put("bound", bound)
                        .put("window", window.toString())
                        .build();
            case Event.Test(Instant at) -> typed("test", at).build();
        };
    }

    static Event toEvent(Document document) {
        Instant at = document.instant("at");
        return switch (document.text("type")) {
            case "feedbackAnalysed" ->
                new Event.FeedbackAnalysed(FeedbackEntryDocument.toEntry(document.document("entry")), at);
            case "themeChanged" ->
                new Event.ThemeChanged(
                        new ThemeId(document.text("theme")),
                        document.text("label"),
                        EnumText.to(Trigger.ThemeMeasure.class, document.text("measure")),
                        document.number("value"),
                        document.number("bound"),
                        document.read("window", Duration::parse),
                        at);
            case "metricCrossed" ->
                new Event.MetricCrossed(
                        EnumText.to(Trigger.Metric.class, document.text("metric")),
                        EnumText.to(Trigger.Direction.class, document.text("direction")),
                        document.number("value"),
                        document.number("bound"),
                        document.read("window", Duration::parse),
                        at);
            case "test" -> new Event.Test(at);
            case String other -> throw document.malformed("type", "is unknown: " + other);
        };
    }

    private static Document.Builder typed(String type, Instant at) {
        return Document.builder().put("type", type).putMillis("at", at);
    }
}

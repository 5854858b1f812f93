package org.luaplatform.adapters.documents.act;

import java.time.Duration;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Rules as documents: `{id, organization, name, enabled, when, conditions, destinations, createdAt}`.
public final class RuleDocument {

    private RuleDocument() {}

    public static Document of(Rule rule) {
        return Stored.document(rule.id().value())
                .put("organization", rule.organization().value())
                .put("name", rule.name())
                .put("enabled", rule.enabled())
                .put("when", trigger(rule.when()))
                .putDocuments(
                        "conditions",
                        rule.conditions().stream().map(RuleDocument::condition).toList())
                .putTexts(
                        "destinations",
                        rule.destinations().stream().map(DestinationId::value).toList())
                .putMillis("createdAt", rule.createdAt())
                .build();
    }

    public static Rule toRule(Document document) {
        return Stored.read(
                document,
                () -> new Rule(
                        new RuleId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        document.text("name"),
                        document.flag("enabled"),
                        toTrigger(document.document("when")),
                        document.documents("conditions").stream()
                                .map(RuleDocument::toCondition)
                                .toList(),
                        document.texts("destinations").stream()
                                .map(DestinationId::new)
                                .toList(),
                        document.instant("createdAt")));
    }

    private static Document trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.FeedbackAnalysed() ->
                Document.builder().put("type", "feedbackAnalysed").build();
            case Trigger.ThemeCrossed(Trigger.ThemeMeasure measure, double atLeast, Duration window) ->
                Document.builder()
                        .put("type", "themeCrossed")
                        .put("measure", EnumText.of(measure))
                        .put("atLeast", atLeast)
                        .put("window", window.toString())
                        .build();
            case Trigger.MetricCrossed(
                    Trigger.Metric metric,
                    Trigger.Direction direction,
                    double bound,
                    Duration window) ->
                Document.builder()
                        .put("type", "metricCrossed")
                        .put("metric", EnumText.of(metric))
                        .put("direction", EnumText.of(direction))
                        .put("bound", bound)
                        .put("window", window.toString())
                        .build();
        };
    }

    private static Trigger toTrigger(Document document) {
        return switch (document.text("type")) {
            case "feedbackAnalysed" -> new Trigger.FeedbackAnalysed();
            case "themeCrossed" ->
                new Trigger.ThemeCrossed(
                        EnumText.to(Trigger.ThemeMeasure.class, document.text("measure")),
                        document.number("atLeast"),
                        document.read("window", Duration::parse));
            case "metricCrossed" ->
                new Trigger.MetricCrossed(
                        EnumText.to(Trigger.Metric.class, document.text("metric")),
                        EnumText.to(Trigger.Direction.class, document.text("direction")),
                        document.number("bound"),
                        document.read("window", Duration::parse));
            case String other -> throw document.malformed("type", "is unknown: " + other);
        };
    }

    private static Document condition(Condition condition) {
        return Document.builder()
                .put("subject", EnumText.of(condition.subject()))
                .put("comparison", EnumText.of(condition.comparison()))
                .putTexts("values", condition.values())
                .build();
    }

    private static Condition toCondition(Document document) {
        return new Condition(
                EnumText.to(Condition.Subject.class, document.text("subject")),
                EnumText.to(Condition.Comparison.class, document.text("comparison")),
                document.texts("values"));
    }
}

package org.luaplatform.adapters.documents.act;

import java.time.Duration;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumNames;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.OrganizationId;

/// [Rule] in a store.
public final class RuleDocument {

    private static final int VERSION = 1;

    private RuleDocument() {}

    public static Document of(Rule rule) {
        return Document.builder()
                .put("v", VERSION)
                .put("id", rule.id().value())
                .put("organizationId", rule.organization().value())
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
        return new Rule(
                document.read("id", RuleId::new),
                document.read("organizationId", OrganizationId::new),
                document.text("name"),
                document.flag("enabled"),
                toTrigger(document.document("when")),
                document.documents("conditions").stream()
                        .map(RuleDocument::toCondition)
                        .toList(),
                document.texts("destinations").stream().map(DestinationId::new).toList(),
                document.instant("createdAt"));
    }

    private static Document trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.FeedbackAnalysed() ->
                Document.builder().put("type", "feedbackAnalysed").build();
            case Trigger.ThemeCrossed(Trigger.ThemeMeasure measure, double atLeast, Duration window) ->
                Document.builder()
                        .put("type", "themeCrossed")
                        .put("measure", EnumNames.of(measure))
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
                        .put("metric", EnumNames.of(metric))
                        .put("direction", EnumNames.of(direction))
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
                        EnumNames.read(document, "measure", Trigger.ThemeMeasure.class),
                        document.number("atLeast"),
                        document.read("window", Duration::parse));
            case "metricCrossed" ->
                new Trigger.MetricCrossed(
                        EnumNames.read(document, "metric", Trigger.Metric.class),
                        EnumNames.read(document, "direction", Trigger.Direction.class),
                        document.number("bound"),
                        document.read("window", Duration::parse));
            case String other -> throw document.malformed("type", "is unknown: " + other);
        };
    }

    private static Document condition(Condition condition) {
        return Document.builder()
                .put("subject", EnumNames.of(condition.subject()))
                .put("comparison", EnumNames.of(condition.comparison()))
                .putTexts("values", condition.values())
                .build();
    }

    private static Condition toCondition(Document document) {
        return new Condition(
                EnumNames.read(document, "subject", Condition.Subject.class),
                EnumNames.read(document, "comparison", Condition.Comparison.class),
                document.texts("values"));
    }
}

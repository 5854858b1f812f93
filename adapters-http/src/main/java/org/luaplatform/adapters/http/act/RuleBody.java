package org.luaplatform.adapters.http.act;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luaplatform.adapters.http.edge.Body;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.application.act.RuleContent;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Trigger;

/// A rule as clients send it.
final class RuleBody {

    private static final Duration USUAL_WINDOW = Duration.ofDays(7);

    private RuleBody() {}

    /// @throws org.luaplatform.domain.Invalid with everything that is wrong wherever the rule is to hold
    static RuleContent read(Body body) {
        String name = body.requiredText("name");
        boolean enabled = body.flag("enabled").orElse(true);
        // What stands in for a trigger that is wrong never gets further: the body is refused.
        Trigger when = trigger(body).orElseGet(Trigger.FeedbackAnalysed::new);
        List<Condition> conditions = body.objects("conditions", RuleBody::condition);
        List<String> destinations = body.texts("destinations");
        return body.finish(() -> new RuleContent(name, enabled, when, conditions, destinations));
    }

    private static Optional<Trigger> trigger(Body body) {
        return switch (body.requiredText("when")) {
            case RuleJson.FEEDBACK_ANALYSED -> Optional.of(new Trigger.FeedbackAnalysed());
            case RuleJson.THEME_CHANGED -> threshold(body, RuleBody::theme);
            case RuleJson.METRIC_CROSSED -> threshold(body, RuleBody::metric);
            default -> {
                body.fault("when", "must be feedback.analysed, theme.changed or metric.crossed");
                // Whether a threshold belongs here cannot be judged.
                Optional<Object> _ = body.value("threshold");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Trigger> threshold(Body body, Function<Body, Optional<Trigger>> reading) {
        body.require("threshold");
        return body.object("threshold", reading);
    }

    private static Optional<Trigger> theme(Body body) {
        Optional<Trigger.ThemeMeasure> measure = word(body, "measure", Trigger.ThemeMeasure.class);
        Optional<Double> atLeast = number(body, "atLeast");
        Duration window = window(body);
        return measure.flatMap(
                known -> atLeast.flatMap(bound -> body.attempt(() -> new Trigger.ThemeCrossed(known, bound, window))));
    }

    private static Optional<Trigger> metric(Body body) {
        Optional<Trigger.Metric> metric = word(body, "metric", Trigger.Metric.class);
        Optional<Trigger.Direction> direction = word(body, "direction", Trigger.Direction.class);
        Optional<Double> bound = number(body, "bound");
        Duration window = window(body);
        return metric.flatMap(known -> direction.flatMap(side ->
                bound.flatMap(limit -> body.attempt(() -> new Trigger.MetricCrossed(known, side, limit, window)))));
    }

    private static Optional<Condition> condition(Body body) {
        Optional<Condition.Subject> subject = word(body, "field", Condition.Subject.class);
        body.require("op");
        Optional<Condition.Comparison> comparison =
                body.oneOf("op", RuleBody::comparison, "must be one of is, isNot, atLeast, atMost");
        List<String> values = compared(body);
        return subject.flatMap(
                known -> comparison.flatMap(how -> body.attempt(() -> new Condition(known, how, values))));
    }

    private static Optional<Condition.Comparison> comparison(String text) {
        return Stream.of(Condition.Comparison.values())
                .filter(known -> known.text().equals(text))
                .findFirst();
    }

    /// One value, or several of which any will do.
    private static List<String> compared(Body body) {
        body.require("value");
        List<?> given = body.value("value")
                .<List<?>>map(value -> value instanceof List<?> several ? several : List.of(value))
                .orElse(List.of());
        List<String> values = new ArrayList<>();
        for (Object value : given) {
            switch (value) {
                case String text -> values.add(text);
                case Long whole -> values.add(whole.toString());
                case Double real -> values.add(BigDecimal.valueOf(real).toPlainString());
                default -> body.fault("value", "must be a text or a number, or a list of them");
            }
        }
        return values;
    }

    private static <E extends Enum<E>> Optional<E> word(Body body, String field, Class<E> type) {
        body.require(field);
        return body.oneOf(field, text -> Words.find(type, text), Words.rule(type));
    }

    private static Optional<Double> number(Body body, String field) {
        body.require(field);
        return body.number(field).map(BigDecimal::doubleValue);
    }

    private static Duration window(Body body) {
        return body.oneOf("window", Windows::parse, "must be a duration such as P7D or PT12H")
                .orElse(USUAL_WINDOW);
    }
}

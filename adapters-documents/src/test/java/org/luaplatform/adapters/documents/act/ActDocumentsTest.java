package org.luaplatform.adapters.documents.act;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

final class ActDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("org1");
    private static final Delivery.State PENDING = new Delivery.State.Pending(2, NOW.plusSeconds(60), NOW);
    private static final Duration WINDOW = Duration.ofDays(7).plusSeconds(1);

    @ParameterizedTest
    @MethodSource("triggers")
    void a_rule_survives(Trigger trigger) {
        Rule rule = rule(trigger, List.of());

        survives(rule, RuleDocument::of, RuleDocument::toRule);
    }

    static Stream<Trigger> triggers() {
        Stream<Trigger> themes = Stream.of(Trigger.ThemeMeasure.values())
                .map(measure -> new Trigger.ThemeCrossed(measure, 12.5, WINDOW));
        Stream<Trigger> metrics = Stream.of(Trigger.Metric.values())
                .flatMap(metric -> Stream.of(Trigger.Direction.values())
                        .map(direction -> new Trigger.MetricCrossed(metric, direction, -0.1, WINDOW)));
        return Stream.concat(Stream.of(new Trigger.FeedbackAnalysed()), Stream.concat(themes, metrics));
    }

    @ParameterizedTest
    @EnumSource
    void each_condition_survives(Condition.Subject subject) {
        List<Condition> conditions = subject.comparisons().stream()
                .map(comparison -> new Condition(subject, comparison, List.of(value(subject))))
                .toList();
        Rule rule = rule(new Trigger.FeedbackAnalysed(), conditions);

        survives(rule, RuleDocument::of, RuleDocument::toRule);
    }

    private static String value(Condition.Subject subject) {
        return switch (subject) {
            case SENTIMENT -> "notAssessed";
            case SENTIMENT_SCORE -> "-0.5";
            case SCORE -> "40";
            case URGENCY -> "high";
            case LANGUAGE -> "de";
            case FORM, CHANNEL, KEYWORD, THEME -> "abc";
        };
    }

    @Test
    void a_rule_with_a_trigger_that_nobody_knows_is_damaged() {
        Document document = RuleDocument.of(rule(new Trigger.FeedbackAnalysed(), List.of()))
                .with("when", Document.builder().put("type", "fullMoon").build());

        assertThatIllegalStateException()
                .isThrownBy(() -> RuleDocument.toRule(document))
                .withMessage("/when/type is unknown: fullMoon");
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void a_destination_survives(Destination destination) {
        survives(destination, DestinationDocument::of, DestinationDocument::toDestination);
    }

    static Stream<Destination> destinations() {
        var secret = new SealedSecret("c2VjcmV0");
        var retired = new Destination.RetiredSecret(new SealedSecret("b2xk"), NOW.plusSeconds(3600));
        URI url = URI.create("https://hooks.example/a%20b?c=d");
        return Stream.of(Optional.<Destination.RetiredSecret>empty(), Optional.of(retired))
                .map(old -> new Destination.Target.Webhook(url, secret, old))
                .flatMap(target -> Stream.of(
                                new Destination.Health.Active(3, NOW), new Destination.Health.Disabled("410 Gone", NOW))
                        .map(health ->
                                new Destination(new DestinationId("d1"), ORGANIZATION, "Ops", target, health, NOW)));
    }

    @Test
    void a_watch_survives() {
        var watch = new Watch(ORGANIZATION, new RuleId("r1"), "nps.below", true, 7, false);

        survives(watch, WatchDocument::of, WatchDocument::toWatch);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_delivery_survives_with_each_event(Event event) {
        survives(delivery(event, PENDING, List.of()), DeliveryDocument::of, DeliveryDocument::toDelivery);
    }

    static Stream<Event> events() {
        var insight = new Insight(
                Language.ENGLISH,
                new Sentiment(SentimentLabel.NEGATIVE, -0.4, 0.8),
                List.of(new Keyword("queue", "queues")),
                new Urgency(Urgency.Level.HIGH, Optional.of("now")),
                List.of(),
                new AnalyzerVersion("builtin", "1"),
                NOW);
        var entry = new FeedbackEntry(
                feedback(), new AnalysisState.Done(), Optional.of(insight), List.of(new ThemeId("t1")));
        Stream<Event> themes = Stream.of(Trigger.ThemeMeasure.values())
                .map(measure -> new Event.ThemeChanged(new ThemeId("t1"), "Waiting", measure, 12.5, 10, WINDOW, NOW));
        Stream<Event> metrics = Stream.of(Trigger.Metric.values())
                .flatMap(metric -> Stream.of(Trigger.Direction.values())
                        .map(direction -> new Event.MetricCrossed(metric, direction, -1.0 / 3, 0, WINDOW, NOW)));
        Stream<Event> others = Stream.of(new Event.FeedbackAnalysed(entry, NOW), new Event.Test(NOW));
        return Stream.of(others, themes, metrics).flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_delivery_survives_in_each_state(Delivery.State state) {
        var answered = new Attempt(
                NOW, Duration.ofNanos(1_234_567), Optional.of(503), Optional.of("<html>"), Optional.of("answered 503"));
        var silent = new Attempt(NOW, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());

        survives(
                delivery(new Event.Test(NOW), state, List.of(answered, silent)),
                DeliveryDocument::of,
                DeliveryDocument::toDelivery);
    }

    static Stream<Delivery.State> states() {
        return Stream.of(
                PENDING, new Delivery.State.Delivered(NOW), new Delivery.State.Dead("given up after 3 days", NOW));
    }

    private static Delivery delivery(Event event, Delivery.State state, List<Attempt> attempts) {
        Optional<RuleId> rule = event instanceof Event.Test ? Optional.empty() : Optional.of(new RuleId("r1"));
        return new Delivery(
                new DeliveryId("x1"), ORGANIZATION, new DestinationId("d1"), rule, event, state, attempts, NOW);
    }

    private static Feedback feedback() {
        return new Feedback(
                new FeedbackId("f1"),
                ORGANIZATION,
                new FormId("form1"),
                1,
                new Answers(Map.of(new FieldKey("why"), new Answer.Text("Shorter queues"))),
                Optional.empty(),
                Channel.API,
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static Rule rule(Trigger trigger, List<Condition> conditions) {
        return new Rule(
                new RuleId("r1"),
                ORGANIZATION,
                "Unhappy \u2028 people",
                false,
                trigger,
                conditions,
                List.of(new DestinationId("d1"), new DestinationId("d2")),
                NOW);
    }
}

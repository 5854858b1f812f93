package org.luaplatform.adapters.documents.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;

final class ActDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("org1");
    private static final Duration WINDOW = Duration.ofDays(7).plusSeconds(1);

    @ParameterizedTest
    @MethodSource("triggers")
    void a_rule_comes_back_as_it_was(Trigger trigger) {
        Rule rule = rule(trigger, List.of());

        assertThat(RuleDocument.toRule(reread(RuleDocument.of(rule)))).isEqualTo(rule);
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
    void each_condition_comes_back_as_it_was(Condition.Subject subject) {
        List<Condition> conditions = subject.comparisons().stream()
                .map(comparison -> new Condition(subject, comparison, List.of(value(subject))))
                .toList();
        Rule rule = rule(new Trigger.FeedbackAnalysed(), conditions);

        assertThat(RuleDocument.toRule(reread(RuleDocument.of(rule)))).isEqualTo(rule);
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
    void a_destination_comes_back_as_it_was(Destination destination) {
        assertThat(DestinationDocument.toDestination(reread(DestinationDocument.of(destination))))
                .isEqualTo(destination);
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
    void a_watch_comes_back_as_it_was() {
        var watch = new Watch(ORGANIZATION, new RuleId("r1"), "nps.below", true, 7, false);

        assertThat(WatchDocument.toWatch(reread(WatchDocument.of(watch)))).isEqualTo(watch);
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

    private static Document reread(Document document) {
        return Json.stored(Json.bytes(document));
    }
}

package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Delivery DELIVERY = Delivery.enqueued(
            new DeliveryId("delivery1"),
            Understood.ORGANIZATION,
            new DestinationId("destination1"),
            Optional.of(new RuleId("rule1")),
            new Event.Test(Understood.NOON),
            Understood.NOON);

    @Test
    void what_was_just_enqueued_is_due_at_once() {
        assertThat(DELIVERY.state()).isEqualTo(new Delivery.State.Pending(0, Understood.NOON, Understood.NOON));
        assertThat(DELIVERY.attempts()).isEmpty();
        assertThat(DELIVERY.createdAt()).isEqualTo(Understood.NOON);
    }

    @Test
    void beyond_50_attempts_the_oldest_are_forgotten() {
        List<Attempt> attempts =
                IntStream.range(0, 52).mapToObj(DeliveryTest::attempt).toList();

        assertThat(DELIVERY.with(DELIVERY.state(), attempts.subList(0, 50)).attempts())
                .isEqualTo(attempts.subList(0, 50));
        assertThat(DELIVERY.with(DELIVERY.state(), attempts).attempts()).isEqualTo(attempts.subList(2, 52));
    }

    @Test
    void an_attempt_succeeded_if_there_was_no_problem() {
        var failed = new Attempt(
                Understood.NOON, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.of("answered 500"));

        assertThat(attempt(0).succeeded()).isTrue();
        assertThat(failed.succeeded()).isFalse();
    }

    @Test
    void subscribers_know_each_event_by_its_type() {
        assertThat(Stream.of(
                                new Event.FeedbackAnalysed(Understood.complaint(), Understood.NOON),
                                new Event.ThemeChanged(
                                        Understood.THEME,
                                        "Waiting",
                                        Trigger.ThemeMeasure.SIZE,
                                        3,
                                        2,
                                        Duration.ofDays(7),
                                        Understood.NOON),
                                new Event.MetricCrossed(
                                        Trigger.Metric.NPS,
                                        Trigger.Direction.BELOW,
                                        -3,
                                        0,
                                        Duration.ofDays(7),
                                        Understood.NOON),
                                new Event.Test(Understood.NOON))
                        .map(Event::type))
                .containsExactly("feedback.analysed", "theme.changed", "metric.crossed", "destination.test");
    }

    private static Attempt attempt(int second) {
        return new Attempt(
                Understood.NOON.plusSeconds(second),
                Duration.ofMillis(5),
                Optional.of(200),
                Optional.empty(),
                Optional.empty());
    }
}

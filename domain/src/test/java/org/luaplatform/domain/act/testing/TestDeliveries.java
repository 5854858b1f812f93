package org.luaplatform.domain.act.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.testing.TestInsights;
import org.luaplatform.domain.understand.testing.TestThemes;

/// Deliveries for tests.
public final class TestDeliveries {

    private TestDeliveries() {}

    public static DeliveryId anId() {
        return new DeliveryId(TestIds.next());
    }

    /// News of a piece of feedback, due since noon.
    public static Delivery aDelivery(OrganizationId organization) {
        return aDelivery(organization, TestDestinations.anId(), TestClock.NOON);
    }

    public static Delivery aDelivery(OrganizationId organization, DestinationId destination, Instant createdAt) {
        return aDelivery(organization, destination, feedbackAnalysed(organization), createdAt);
    }

    public static Delivery aDelivery(
            OrganizationId organization, DestinationId destination, Event event, Instant createdAt) {
        return Delivery.enqueued(anId(), organization, destination, Optional.of(TestRules.anId()), event, createdAt);
    }

    public static Event feedbackAnalysed(OrganizationId organization) {
        return new Event.FeedbackAnalysed(
                new FeedbackEntry(
                        TestFeedback.everything(organization).build(),
                        new AnalysisState.Done(),
                        Optional.of(TestInsights.everything()),
                        List.of(TestThemes.anId())),
                TestClock.NOON);
    }

    /// One event of each kind.
    public static List<Event> eventsOfAllKinds(OrganizationId organization) {
        return List.of(
                feedbackAnalysed(organization),
                new Event.ThemeChanged(
                        TestThemes.anId(),
                        "Queues 😀",
                        Trigger.ThemeMeasure.TREND,
                        66.0 + 2.0 / 3,
                        50,
                        Duration.ofDays(7),
                        TestClock.NOON.plusMillis(3)),
                new Event.MetricCrossed(
                        Trigger.Metric.NPS,
                        Trigger.Direction.BELOW,
                        -12.5,
                        0,
                        Duration.ofHours(36),
                        TestClock.NOON.plusMillis(4)),
                new Event.Test(TestClock.NOON.plusMillis(5)));
    }

    public static Attempt anAttemptThatFailed(Instant at) {
        return new Attempt(
                at,
                Duration.ofMillis(1_234),
                Optional.of(503),
                Optional.of("{\"error\": \"busy 😀\"}\n"),
                Optional.of("answered with status 503"));
    }

    public static Attempt anAttemptThatSucceeded(Instant at) {
        return new Attempt(at, Duration.ofMillis(56), Optional.of(204), Optional.empty(), Optional.empty());
    }
}

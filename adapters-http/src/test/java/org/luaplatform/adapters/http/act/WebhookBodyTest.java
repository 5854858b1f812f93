package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.understand.FeedbackJson;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.testing.TestEntries;

class WebhookBodyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void feedback_is_told_as_the_api_shows_it() {
        FeedbackEntry entry = TestEntries.anEntry().about("queue").entry();
        var shown = new JsonWriter();
        FeedbackJson.write(shown, entry);

        String body = body(new Event.FeedbackAnalysed(entry, NOON));

        assertThat(body)
                .isEqualTo("{\"type\":\"feedback.analysed\",\"timestamp\":\"2026-03-02T12:00:00Z\","
                        + "\"data\":{\"organizationId\":\"org1\",\"ruleId\":\"rule1\",\"feedback\":"
                        + new String(shown.toBytes(), StandardCharsets.UTF_8)
                        + "}}");
    }

    @Test
    void a_theme_is_told_with_its_figure_and_its_bound() {
        var event = new Event.ThemeChanged(
                new ThemeId("theme1"), "Waiting", Trigger.ThemeMeasure.SHARE, 12.5, 10, Duration.ofDays(7), NOON);

        assertThat(body(event)).isEqualTo("""
                        {"type":"theme.changed","timestamp":"2026-03-02T12:00:00Z",\
                        "data":{"organizationId":"org1","ruleId":"rule1","themeId":"theme1","label":"Waiting",\
                        "measure":"share","value":12.5,"bound":10,"window":"P7D"}}""");
    }

    @Test
    void a_metric_is_told_with_its_figure_and_its_bound() {
        var event = new Event.MetricCrossed(
                Trigger.Metric.NEGATIVE_SHARE, Trigger.Direction.ABOVE, 41.5, 40, Duration.ofHours(1), NOON);

        assertThat(body(event)).isEqualTo("""
                        {"type":"metric.crossed","timestamp":"2026-03-02T12:00:00Z",\
                        "data":{"organizationId":"org1","ruleId":"rule1","metric":"negativeShare",\
                        "direction":"above","value":41.5,"bound":40,"window":"PT1H"}}""");
    }

    private static String body(Event event) {
        var delivery = Delivery.enqueued(
                new DeliveryId("delivery1"),
                CourierFixture.ORGANIZATION,
                CourierFixture.DESTINATION,
                Optional.of(new RuleId("rule1")),
                event,
                NOON);
        return new String(WebhookBody.of(delivery), StandardCharsets.UTF_8);
    }
}

package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Trigger.Direction;
import org.luaplatform.domain.act.Trigger.Metric;
import org.luaplatform.domain.act.Trigger.MetricCrossed;
import org.luaplatform.domain.act.Trigger.ThemeCrossed;
import org.luaplatform.domain.act.Trigger.ThemeMeasure;

class TriggerTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P366D"})
    void a_window_is_an_hour_to_a_leap_year(Duration window) {
        assertThat(new MetricCrossed(Metric.VOLUME, Direction.ABOVE, 1, window).window())
                .isEqualTo(window);
        assertThat(new ThemeCrossed(ThemeMeasure.SIZE, 1, window).window()).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M", "P367D"})
    void another_window_is_refused(Duration window) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new MetricCrossed(Metric.VOLUME, Direction.ABOVE, 1, window));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> new ThemeCrossed(ThemeMeasure.SIZE, 1, window));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_theme_cannot_reach_what_it_always_or_never_has(double atLeast) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new ThemeCrossed(ThemeMeasure.SIZE, atLeast, WEEK))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly("/atLeast must be a number above 0"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void a_bound_is_a_number(double bound) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new MetricCrossed(Metric.NPS, Direction.ABOVE, bound, WEEK));
    }

    @Test
    void every_violation_is_named() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new ThemeCrossed(ThemeMeasure.SIZE, 0, Duration.ofMinutes(1)))
                .satisfies(invalid -> assertThat(invalid.violations()).hasSize(2));
    }
}

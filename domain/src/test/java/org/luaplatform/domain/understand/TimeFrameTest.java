package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.testing.TestClock;

final class TimeFrameTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private static TimeFrame frame(Instant from, Instant to) {
        return new TimeFrame(Optional.of(from), Optional.of(to));
    }

    @Test
    void the_recent_past_ends_now_with_what_is_said_this_very_moment() {
        Period recent = TimeFrame.RECENT.period(TestClock.NOON, MONTH);

        assertThat(recent.from()).isEqualTo(TestClock.NOON.minus(MONTH));
        assertThat(recent.contains(TestClock.NOON)).isTrue();
        assertThat(recent.contains(TestClock.NOON.plusNanos(1))).isFalse();
    }

    @Test
    void what_is_said_counts() {
        var since = new TimeFrame(Optional.of(TestClock.NOON), Optional.empty());
        var until = new TimeFrame(Optional.empty(), Optional.of(MAY));

        assertThat(since.period(MAY, MONTH)).isEqualTo(new Period(TestClock.NOON, MAY.plusNanos(1)));
        assertThat(until.period(TestClock.NOON, MONTH)).isEqualTo(new Period(MAY.minus(MONTH), MAY));
        assertThat(frame(TestClock.NOON, MAY).period(MAY, MONTH)).isEqualTo(new Period(TestClock.NOON, MAY));
    }

    @Test
    void an_end_that_is_not_after_the_beginning_is_refused() {
        assertThatThrownBy(() -> frame(MAY, MAY).period(MAY, MONTH))
                .isInstanceOf(Invalid.class)
                .hasMessage("/to must be after from");
    }

    @Test
    void more_than_ten_years_are_refused() {
        var tenYears = frame(MAY.minus(Duration.ofDays(3_660)), MAY);
        var more = frame(MAY.minus(Duration.ofDays(3_660)).minusNanos(1), MAY);

        assertThat(tenYears.period(MAY, MONTH).length()).isEqualTo(TimeFrame.LONGEST);
        assertThatThrownBy(() -> more.period(MAY, MONTH))
                .isInstanceOf(Invalid.class)
                .hasMessage("/from must be at most 10 years before to");
    }

    @Test
    void times_that_no_calendar_needs_are_refused_wherever_they_are() {
        assertThatThrownBy(() -> frame(Instant.MIN, Instant.MAX).period(MAY, MONTH))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "/from must be between the years 1900 and 2200; /to must be between the years 1900 and 2200");
        assertThatThrownBy(() -> frame(Instant.parse("1899-12-31T23:59:59Z"), Instant.parse("1900-01-01T00:00:00Z"))
                        .period(MAY, MONTH))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> frame(Instant.parse("2199-12-31T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"))
                        .period(MAY, MONTH))
                .isInstanceOf(Invalid.class);
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Period;

final class TimeAxisTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static TimeAxis axis(String from, String to, Interval interval, ZoneId zone) {
        return TimeAxis.of(new Period(Instant.parse(from), Instant.parse(to)), interval, zone);
    }

    private static List<Duration> lengths(TimeAxis axis) {
        return IntStream.range(1, axis.starts().size())
                .mapToObj(i ->
                        Duration.between(axis.starts().get(i - 1), axis.starts().get(i)))
                .toList();
    }

    @Test
    void days_begin_at_the_zones_midnight() {
        var axis = axis("2026-02-01T10:00:00Z", "2026-02-03T10:00:00Z", Interval.DAY, BERLIN);

        assertThat(axis.starts())
                .containsExactly(
                        Instant.parse("2026-01-31T23:00:00Z"),
                        Instant.parse("2026-02-01T23:00:00Z"),
                        Instant.parse("2026-02-02T23:00:00Z"));
    }

    @Test
    void the_day_on_which_clocks_go_forward_has_23_hours() {
        var axis = axis("2026-03-28T12:00:00Z", "2026-03-31T00:00:00Z", Interval.DAY, BERLIN);

        assertThat(lengths(axis)).containsExactly(Duration.ofHours(24), Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void the_day_on_which_clocks_go_back_has_25_hours() {
        var axis = axis("2026-10-24T12:00:00Z", "2026-10-27T00:00:00Z", Interval.DAY, BERLIN);

        assertThat(lengths(axis)).containsExactly(Duration.ofHours(24), Duration.ofHours(25), Duration.ofHours(24));
    }

    @Test
    void a_day_without_midnight_begins_when_it_begins() {
        // In Beirut, 2026-03-29 begins at one o'clock.
        var axis = axis("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", Interval.DAY, ZoneId.of("Asia/Beirut"));

        assertThat(axis.starts())
                .containsExactly(
                        Instant.parse("2026-03-27T22:00:00Z"),
                        Instant.parse("2026-03-28T22:00:00Z"),
                        Instant.parse("2026-03-29T21:00:00Z"));
    }

    @Test
    void weeks_begin_on_monday() {
        var axis = axis("2026-01-04T00:00:00Z", "2026-01-12T00:00:00Z", Interval.WEEK, ZoneOffset.UTC);

        assertThat(axis.starts())
                .containsExactly(Instant.parse("2025-12-29T00:00:00Z"), Instant.parse("2026-01-05T00:00:00Z"));
    }

    @Test
    void a_monday_is_in_the_week_that_it_begins() {
        var axis = axis("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", Interval.WEEK, ZoneOffset.UTC);

        assertThat(axis.starts()).containsExactly(Instant.parse("2026-01-05T00:00:00Z"));
    }

    @Test
    void months_are_those_of_the_calendar() {
        var axis = axis("2024-01-31T12:00:00Z", "2024-03-31T22:30:00Z", Interval.MONTH, BERLIN);

        assertThat(axis.starts())
                .containsExactly(
                        Instant.parse("2023-12-31T23:00:00Z"),
                        Instant.parse("2024-01-31T23:00:00Z"),
                        Instant.parse("2024-02-29T23:00:00Z"),
                        Instant.parse("2024-03-31T22:00:00Z"));
    }

    @Test
    void hours_are_those_of_the_zones_clock() {
        var axis = axis("2026-03-02T00:10:00Z", "2026-03-02T01:31:00Z", Interval.HOUR, ZoneId.of("Asia/Kolkata"));

        assertThat(axis.starts())
                .containsExactly(
                        Instant.parse("2026-03-01T23:30:00Z"),
                        Instant.parse("2026-03-02T00:30:00Z"),
                        Instant.parse("2026-03-02T01:30:00Z"));
    }

    @Test
    void the_hour_that_clocks_repeat_is_there_twice() {
        var axis = axis("2026-10-25T00:00:00Z", "2026-10-25T03:00:00Z", Interval.HOUR, BERLIN);

        assertThat(axis.starts())
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void where_clocks_change_by_half_an_hour_the_hours_after_it_are_full_ones_again() {
        // On Lord Howe, 02:00 becomes 01:30 on 2026-04-05.
        var zone = ZoneId.of("Australia/Lord_Howe");

        var axis = axis("2026-04-04T14:00:00Z", "2026-04-04T17:30:00Z", Interval.HOUR, zone);

        assertThat(axis.starts())
                .extracting(start -> start.atZone(zone).toLocalTime().toString())
                .containsExactly("01:00", "01:30", "02:00", "03:00");
    }

    @Test
    void an_axis_of_too_many_points_is_refused() {
        assertThatThrownBy(() -> axis("2026-01-01T00:00:00Z", "2026-03-25T08:00:01Z", Interval.HOUR, ZoneOffset.UTC))
                .isInstanceOf(Invalid.class)
                .hasMessage("/interval must be longer: the period has more than 2000 of them");
        assertThat(axis("2026-01-01T00:00:00Z", "2026-03-25T08:00:00Z", Interval.HOUR, ZoneOffset.UTC)
                        .starts())
                .hasSize(2_000);
    }

    @Test
    void the_days_to_read_are_those_of_utc_that_the_period_touches() {
        var axis = axis("2026-03-01T23:00:00Z", "2026-03-03T00:00:00Z", Interval.DAY, BERLIN);

        assertThat(axis.firstDay()).isEqualTo("2026-03-01");
        assertThat(axis.lastDay()).isEqualTo("2026-03-02");
    }

    @Test
    void the_dates_of_topics_are_those_of_the_zone() {
        var axis = axis("2026-03-01T23:00:00Z", "2026-03-03T00:00:00Z", Interval.DAY, BERLIN);

        assertThat(axis.firstDate()).isEqualTo("2026-03-02");
        assertThat(axis.lastDate()).isEqualTo("2026-03-03");
    }

    @Test
    void a_period_covers_the_quarters_of_an_hour_that_it_touches() {
        var axis = axis("2026-03-02T12:14:00Z", "2026-03-02T12:31:00Z", Interval.HOUR, ZoneOffset.UTC);
        LocalDate day = LocalDate.parse("2026-03-02");

        assertThat(axis.indexOf(day, 47)).isEqualTo(OptionalInt.empty());
        assertThat(axis.indexOf(day, 48)).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(day, 50)).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(day, 51)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void a_period_that_ends_on_a_quarter_does_not_touch_the_next() {
        var axis = axis("2026-03-02T12:15:00Z", "2026-03-02T12:30:00Z", Interval.HOUR, ZoneOffset.UTC);
        LocalDate day = LocalDate.parse("2026-03-02");

        assertThat(axis.indexOf(day, 48)).isEqualTo(OptionalInt.empty());
        assertThat(axis.indexOf(day, 49)).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(day, 50)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void a_quarter_belongs_to_the_interval_in_which_it_begins() {
        var axis = axis("2026-03-01T23:00:00Z", "2026-03-03T23:00:00Z", Interval.DAY, BERLIN);

        assertThat(axis.indexOf(LocalDate.parse("2026-03-02"), 91)).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(LocalDate.parse("2026-03-02"), 92)).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void a_date_belongs_to_the_interval_of_that_date() {
        var axis = axis("2026-03-02T12:00:00Z", "2026-03-04T12:00:00Z", Interval.DAY, BERLIN);

        assertThat(axis.indexOf(LocalDate.parse("2026-03-01"))).isEqualTo(OptionalInt.empty());
        assertThat(axis.indexOf(LocalDate.parse("2026-03-02"))).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(LocalDate.parse("2026-03-04"))).isEqualTo(OptionalInt.of(2));
        assertThat(axis.indexOf(LocalDate.parse("2026-03-05"))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void only_those_quarters_are_told_apart_with_which_something_begins_or_ends() {
        var days = axis("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z", Interval.DAY, ZoneOffset.UTC);
        var daysOfBerlin = axis("2026-03-01T10:20:00Z", "2026-04-30T10:20:00Z", Interval.DAY, BERLIN);
        var monthsOfNepal =
                axis("2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", Interval.MONTH, ZoneId.of("Asia/Kathmandu"));
        var hours = axis("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z", Interval.HOUR, BERLIN);

        assertThat(days.cuts()).containsExactly(0);
        assertThat(daysOfBerlin.cuts()).containsExactlyInAnyOrder(41, 42, 88, 92);
        assertThat(monthsOfNepal.cuts()).containsExactlyInAnyOrder(0, 73);
        assertThat(hours.cuts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 24).map(hour -> hour * 4).boxed().toList());
    }

    @Test
    void no_part_between_two_cuts_reaches_over_an_interval_in_any_zone() {
        for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns")) {
            for (Interval interval : Interval.values()) {
                var axis = axis("2026-03-01T10:20:00Z", "2026-04-20T03:50:00Z", interval, ZoneId.of(zone));
                var cuts = axis.cuts();

                for (LocalDate day = axis.firstDay(); !day.isAfter(axis.lastDay()); day = day.plusDays(1)) {
                    for (int slot = 1; slot < Bucket.SLOTS; slot++) {
                        if (!cuts.contains(slot)) {
                            assertThat(axis.indexOf(day, slot)).isEqualTo(axis.indexOf(day, slot - 1));
                        }
                    }
                }
            }
        }
    }

    @Test
    void intervals_that_begin_within_a_quarter_are_cut_at_the_next() {
        // Until 1972 Monrovia's clocks were 44 minutes and 30 seconds behind Greenwich's.
        var axis = axis("1960-01-01T01:00:00Z", "1960-01-04T01:00:00Z", Interval.DAY, ZoneId.of("Africa/Monrovia"));

        assertThat(axis.cuts()).containsExactlyInAnyOrder(3, 4);
        assertThat(axis.indexOf(LocalDate.parse("1960-01-02"), 2)).isEqualTo(OptionalInt.of(0));
        assertThat(axis.indexOf(LocalDate.parse("1960-01-02"), 3)).isEqualTo(OptionalInt.of(1));
    }
}

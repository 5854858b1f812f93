package org.luaplatform.domain.understand;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// How finely figures are told apart by time: hours, days, weeks and months as the calendar and the clock of a time
/// zone have them.
public enum Interval {
    HOUR(Duration.ofDays(2)),
    DAY(Duration.ofDays(30)),
    /// From Monday to Sunday.
    WEEK(Duration.ofDays(182)),
    MONTH(Duration.ofDays(365));

    private final Duration usualPeriod;

    Interval(Duration usualPeriod) {
        this.usualPeriod = usualPeriod;
    }

    /// The length of the period that is shown by such intervals if nobody says another one.
    public Duration usualPeriod() {
        return usualPeriod;
    }

    /// When the interval began that `time` lies in.
    ZonedDateTime startOf(ZonedDateTime time) {
        LocalDate date = time.toLocalDate();
        return switch (this) {
            case HOUR -> time.minusMinutes(time.getMinute()).truncatedTo(ChronoUnit.MINUTES);
            case DAY -> date.atStartOfDay(time.getZone());
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(time.getZone());
            case MONTH -> date.withDayOfMonth(1).atStartOfDay(time.getZone());
        };
    }

    /// When the interval ends that began at `start`, and the next one begins.
    ZonedDateTime endOf(ZonedDateTime start) {
        LocalDate date = start.toLocalDate();
        return switch (this) {
            // An hour ends when the clock shows a full hour, also where clocks are changed by half an hour.
            case HOUR -> start.plusMinutes(60L - start.getMinute());
            case DAY -> date.plusDays(1).atStartOfDay(start.getZone());
            case WEEK -> date.plusWeeks(1).atStartOfDay(start.getZone());
            case MONTH -> date.plusMonths(1).atStartOfDay(start.getZone());
        };
    }
}

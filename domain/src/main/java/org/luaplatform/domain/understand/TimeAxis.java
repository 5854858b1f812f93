package org.luaplatform.domain.understand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.Pointer;

/// The intervals that a period is shown by, without gaps: where a chart has its points.
///
/// Figures are kept by the quarter of an hour, so a period covers all quarters that it touches. Topics are kept by
/// the UTC day and shown under the same date of the zone.
public final class TimeAxis {

    static final int MOST_POINTS = 2_000;

    private final Instant from;
    private final Instant to;
    private final ZoneId zone;
    private final List<Instant> starts;

    private TimeAxis(Instant from, Instant to, ZoneId zone, List<Instant> starts) {
        this.from = from;
        this.to = to;
        this.zone = zone;
        this.starts = starts;
    }

    /// @throws Invalid at `/interval` if that would be more than 2,000 points
    public static TimeAxis of(Period period, Interval interval, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime start = interval.startOf(period.from().atZone(zone));
        while (start.toInstant().isBefore(period.to())) {
            if (starts.size() == MOST_POINTS) {
                throw new Invalid(
                        Pointer.to("interval"), "must be longer: the period has more than " + MOST_POINTS + " of them");
            }
            starts.add(start.toInstant());
            start = interval.endOf(start);
        }
        Instant firstQuarter = quarter(period.from());
        Instant lastQuarter = quarter(period.to().minusNanos(1));
        return new TimeAxis(firstQuarter, lastQuarter.plus(Contributions.SLOT), zone, List.copyOf(starts));
    }

    /// When each interval begins. The first may have begun before the period.
    public List<Instant> starts() {
        return starts;
    }

    /// The slots of a UTC day with which an interval, or the period, begins or ends on any day.
    Set<Integer> cuts() {
        return Stream.concat(starts.stream(), Stream.of(from, to))
                .map(TimeAxis::firstSlot)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The first slot that begins no earlier; that of the next day's beginning if there is no such slot on the day.
    private static int firstSlot(Instant instant) {
        long seconds = Contributions.SLOT.toSeconds();
        return Math.floorMod(Math.ceilDiv(instant.getEpochSecond(), seconds), Bucket.SLOTS);
    }

    /// The first UTC day with figures of the period.
    public LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /// The last UTC day with figures of the period.
    public LocalDate lastDay() {
        return LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
    }

    /// The first date with topics of the period.
    public LocalDate firstDate() {
        return LocalDate.ofInstant(from, zone);
    }

    /// The last date with topics of the period.
    public LocalDate lastDate() {
        return LocalDate.ofInstant(to.minusNanos(1), zone);
    }

    /// The interval of a quarter of an hour; empty if the period does not touch it.
    OptionalInt indexOf(LocalDate day, int slot) {
        Instant instant = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Contributions.SLOT.multipliedBy(slot));
        return instant.isBefore(from) || !instant.isBefore(to) ? OptionalInt.empty() : OptionalInt.of(at(instant));
    }

    /// The interval of a date; empty if the period does not touch it.
    OptionalInt indexOf(LocalDate date) {
        return date.isBefore(firstDate()) || date.isAfter(lastDate())
                ? OptionalInt.empty()
                : OptionalInt.of(at(date.atStartOfDay(zone).toInstant()));
    }

    private int at(Instant instant) {
        int found = Collections.binarySearch(starts, instant);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private static Instant quarter(Instant instant) {
        long seconds = Contributions.SLOT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}

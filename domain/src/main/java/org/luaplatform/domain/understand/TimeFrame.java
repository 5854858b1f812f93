package org.luaplatform.domain.understand;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// The period that somebody asks figures of, as far as they say it.
///
/// @param from empty for some time before `to`
/// @param to empty for now
public record TimeFrame(Optional<Instant> from, Optional<Instant> to) {

    /// The recent past.
    public static final TimeFrame RECENT = new TimeFrame(Optional.empty(), Optional.empty());

    /// Ten years: a longer period would read more buckets than an answer is worth.
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /// @param usual how long a period is meant if only its end is known
    /// @throws org.luaplatform.domain.Invalid at `/from` or `/to` if the end is not after the beginning, the period
    ///     is longer than [#LONGEST], or it lies outside the years 1900 to 2200
    public Period period(Instant now, Duration usual) {
        var violations = new Violations();
        from.ifPresent(instant -> checkYear(instant, "from", violations));
        to.ifPresent(instant -> checkYear(instant, "to", violations));
        violations.throwIfAny();

        // What is said at this very moment is recent, too.
        Instant end = to.orElseGet(() -> now.plusNanos(1));
        Period period = new Period(from.orElseGet(() -> to.orElse(now).minus(usual)), end);
        violations.check(
                period.length().compareTo(LONGEST) <= 0, Pointer.to("from"), "must be at most 10 years before to");
        violations.throwIfAny();
        return period;
    }

    private static void checkYear(Instant instant, String name, Violations violations) {
        violations.check(
                !instant.isBefore(EARLIEST) && instant.isBefore(LATEST),
                Pointer.to(name),
                "must be between the years 1900 and 2200");
    }
}

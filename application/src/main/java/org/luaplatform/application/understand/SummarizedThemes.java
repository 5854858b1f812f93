package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.ThemeSummaries;
import org.luaplatform.domain.understand.TimeFrame;

/// Reads what themes amount to in a period and in the one before. Topics are kept by the UTC day, so a period
/// covers all days that it touches.
final class SummarizedThemes {

    /// What a period is if nobody says: long enough to see a trend, short enough to be news.
    private static final Duration USUAL = Duration.ofDays(30);

    private final Buckets buckets;
    private final InstantSource clock;

    SummarizedThemes(Buckets buckets, InstantSource clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    ThemeSummaries in(OrganizationId organization, TimeFrame frame, Slice slice) {
        Period period = frame.period(clock.instant(), USUAL);
        LocalDate from = LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
        LocalDate to = LocalDate.ofInstant(period.to().minusNanos(1), ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new ThemeSummaries(
                buckets.read(organization, slice.of(Bucket.Kind.TOPICS, from, to)),
                buckets.read(organization, slice.of(Bucket.Kind.TOPICS, from.minusDays(days), from.minusDays(1))));
    }
}

package org.luaplatform.application.act;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.RuleMatching;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Statistics;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.ThemeSummaries;

/// The figures of one organization in one round: what several rules look at is read once.
final class WatchedFigures {

    private static final Duration DAY = Duration.ofDays(1);

    private final OrganizationId organization;
    private final Buckets buckets;
    private final Instant now;
    private final Map<Buckets.Selection, List<Bucket>> read = new HashMap<>();

    WatchedFigures(OrganizationId organization, Buckets buckets, Instant now) {
        this.organization = organization;
        this.buckets = buckets;
        this.now = now;
    }

    /// All that was counted over the last `window` and that the conditions let through.
    Tally total(Duration window, List<Condition> conditions) {
        Period period = Period.before(now, window);
        return Statistics.total(
                period, buckets(Bucket.Kind.FIGURES, utcDay(period.from()), utcDay(period.to()), conditions));
    }

    /// The themes over the last `window`, and over as many days before.
    ThemeSummaries themes(Duration window, List<Condition> conditions) {
        long days = window.plus(DAY).minusNanos(1).dividedBy(DAY);
        LocalDate today = utcDay(now);
        LocalDate first = today.minusDays(days - 1);
        return new ThemeSummaries(
                buckets(Bucket.Kind.TOPICS, first, today, conditions),
                buckets(Bucket.Kind.TOPICS, first.minusDays(days), first.minusDays(1), conditions));
    }

    private List<Bucket> buckets(Bucket.Kind kind, LocalDate from, LocalDate to, List<Condition> conditions) {
        var selection = new Buckets.Selection(kind, from, to, Optional.empty(), Optional.empty(), Optional.empty());
        return read.computeIfAbsent(selection, all -> buckets.read(organization, all)).stream()
                .filter(bucket -> RuleMatching.counts(conditions, bucket.key()))
                .toList();
    }

    private static LocalDate utcDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}

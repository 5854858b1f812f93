package org.luaplatform.application.understand;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Interval;
import org.luaplatform.domain.understand.Series;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.Statistics;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.TimeAxis;
import org.luaplatform.domain.understand.TimeFrame;

/// Somebody wants figures of their organization's feedback, over time and in total.
public final class ReadStatistics {

    public static final int MOST_TOPICS = 100;

    /// @param zone whose calendar and clock the intervals follow
    /// @param top how many keywords or themes, 1 to [#MOST_TOPICS]; means nothing for other kinds
    public record Query(
            OrganizationId organization,
            Statistic.Kind kind,
            TimeFrame frame,
            Interval interval,
            ZoneId zone,
            Slice slice,
            int top) {

        public static final int DEFAULT_TOP = 20;

        public Query {
            if (top < 1 || top > MOST_TOPICS) {
                throw new Invalid(Pointer.to("top"), "must be between 1 and " + MOST_TOPICS);
            }
            if (kind.countedIn() == Bucket.Kind.TOPICS && interval == Interval.HOUR) {
                throw new Invalid(Pointer.to("interval"), "must be day, week or month for keywords and themes");
            }
        }
    }

    private final Buckets buckets;
    private final Themes themes;
    private final InstantSource clock;

    public ReadStatistics(Buckets buckets, Themes themes, InstantSource clock) {
        this.buckets = buckets;
        this.themes = themes;
        this.clock = clock;
    }

    /// The figures of exactly the query's kind, also where nothing was said.
    ///
    /// @throws Invalid if the period is impossible, too long, or has too many intervals
    public Series handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.INSIGHTS_READ, query.organization());
        var axis = TimeAxis.of(
                query.frame().period(clock.instant(), query.interval().usualPeriod()), query.interval(), query.zone());
        return switch (query.kind()) {
            case VOLUME, RATINGS, NPS, CSAT, CES, SENTIMENT ->
                Statistics.figures(query.kind(), axis, figures(query, axis));
            case KEYWORDS -> Statistics.keywords(axis, topics(query, axis), topicsBefore(query, axis), query.top());
            case THEMES -> Statistics.themes(axis, topics(query, axis), themes.list(query.organization()), query.top());
        };
    }

    private List<Bucket> figures(Query query, TimeAxis axis) {
        return buckets.read(query.organization(), query.slice().figures(axis));
    }

    private List<Bucket> topics(Query query, TimeAxis axis) {
        return buckets.read(
                query.organization(), query.slice().of(Bucket.Kind.TOPICS, axis.firstDate(), axis.lastDate()));
    }

    private List<Bucket> topicsBefore(Query query, TimeAxis axis) {
        long days = ChronoUnit.DAYS.between(axis.firstDate(), axis.lastDate()) + 1;
        return buckets.read(
                query.organization(),
                query.slice()
                        .of(
                                Bucket.Kind.TOPICS,
                                axis.firstDate().minusDays(days),
                                axis.firstDate().minusDays(1)));
    }
}

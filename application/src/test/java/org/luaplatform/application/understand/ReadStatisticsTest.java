package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.Interval;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Series;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.TimeFrame;

final class ReadStatisticsTest {

    private final Understanding world = new Understanding();
    private final ReadStatistics statistics =
            new ReadStatistics(world.stores.buckets(), world.stores.themes(), world.clock);

    private Series read(Statistic.Kind kind, TimeFrame frame, Interval interval, ZoneId zone, Slice slice) {
        return statistics.handle(
                world.analyst, new ReadStatistics.Query(world.acme, kind, frame, interval, zone, slice, 3));
    }

    private static TimeFrame frame(String from, String to) {
        return new TimeFrame(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(to)));
    }

    private void receive(String text, String at) {
        world.receive(text, Map.of(), given -> given.occurredAt = Instant.parse(at));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_is_read_as_what_it_is_also_where_nothing_was_said(Statistic.Kind kind) {
        var series = read(kind, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, Slice.ALL);

        Class<? extends Statistic> expected = switch (kind) {
            case VOLUME -> Statistic.Volume.class;
            case RATINGS -> Statistic.Ratings.class;
            case NPS -> Statistic.Nps.class;
            case CSAT -> Statistic.Csat.class;
            case CES -> Statistic.Ces.class;
            case SENTIMENT -> Statistic.Sentiments.class;
            case KEYWORDS -> Statistic.Keywords.class;
            case THEMES -> Statistic.ThemeSizes.class;
        };
        assertThat(series.total()).isInstanceOf(expected);
        assertThat(series.points())
                .hasSize(31)
                .allSatisfy(point -> assertThat(point.statistic()).isInstanceOf(expected));
    }

    @ParameterizedTest
    @EnumSource
    void each_interval_has_a_usual_period(Interval interval) {
        var series = read(Statistic.Kind.VOLUME, TimeFrame.RECENT, interval, ZoneOffset.UTC, Slice.ALL);

        assertThat(series.points().getFirst().start())
                .isBeforeOrEqualTo(world.clock.instant().minus(interval.usualPeriod()));
        assertThat(series.points()).hasSizeBetween(13, 49);
    }

    @Test
    void figures_are_those_of_the_zones_days() {
        receive("good", "2026-03-01T22:59:00Z");
        receive("good", "2026-03-01T23:00:00Z");
        receive("good", "2026-03-02T10:00:00Z");
        world.understandAll();

        var series = read(
                Statistic.Kind.VOLUME,
                frame("2026-02-28T23:00:00Z", "2026-03-02T23:00:00Z"),
                Interval.DAY,
                ZoneId.of("Europe/Berlin"),
                Slice.ALL);

        assertThat(series.points())
                .extracting(Series.Point::statistic)
                .containsExactly(new Statistic.Volume(1), new Statistic.Volume(2));
        assertThat(series.total()).isEqualTo(new Statistic.Volume(3));
    }

    @Test
    void a_slice_counts_by_itself() {
        world.receive("good", Map.of(), given -> given.channel = new Channel("web"));
        world.receive("good");
        world.understandAll();
        var web = new Slice(Optional.empty(), Optional.of(new Channel("web")), Optional.empty());
        var elsewhere = new Slice(Optional.of(new FormId("other")), Optional.empty(), Optional.empty());

        assertThat(read(Statistic.Kind.VOLUME, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, web)
                        .total())
                .isEqualTo(new Statistic.Volume(1));
        assertThat(read(Statistic.Kind.VOLUME, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, elsewhere)
                        .total())
                .isEqualTo(new Statistic.Volume(0));
    }

    @Test
    void keywords_are_compared_with_as_many_days_before() {
        receive("#queue", "2026-03-02T10:00:00Z");
        receive("#queue", "2026-03-01T10:00:00Z");
        receive("#queue", "2026-02-28T10:00:00Z");
        receive("#queue", "2026-02-27T10:00:00Z");
        receive("#queue", "2026-02-26T23:59:00Z");
        world.understandAll();

        var series = read(
                Statistic.Kind.KEYWORDS,
                frame("2026-03-01T00:00:00Z", "2026-03-03T00:00:00Z"),
                Interval.WEEK,
                ZoneOffset.UTC,
                Slice.ALL);

        assertThat(series.total())
                .isEqualTo(new Statistic.Keywords(
                        List.of(new Statistic.KeywordCount(new Keyword("queue", "queue"), 2, OptionalLong.of(2)))));
        assertThat(series.points()).hasSize(2);
    }

    @Test
    void no_more_topics_than_asked_for_are_told() {
        receive("#one #two #three #four", "2026-03-02T10:00:00Z");
        world.understandAll();

        var series = read(Statistic.Kind.KEYWORDS, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, Slice.ALL);

        assertThat(((Statistic.Keywords) series.total()).keywords()).hasSize(3);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        assertThatThrownBy(
                        () -> read(Statistic.Kind.KEYWORDS, TimeFrame.RECENT, Interval.HOUR, ZoneOffset.UTC, Slice.ALL))
                .isInstanceOf(Invalid.class)
                .hasMessage("/interval must be day, week or month for keywords and themes");
        assertThatThrownBy(() -> query(0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> query(101)).isInstanceOf(Invalid.class);
        assertThat(List.of(query(1), query(100))).hasSize(2);
        assertThatThrownBy(() -> read(
                        Statistic.Kind.VOLUME,
                        frame("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                        Interval.DAY,
                        ZoneOffset.UTC,
                        Slice.ALL))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("/interval");
    }

    private ReadStatistics.Query query(int top) {
        return new ReadStatistics.Query(
                world.acme, Statistic.Kind.VOLUME, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, Slice.ALL, top);
    }

    @Test
    void figures_are_for_whoever_may_read_insights_of_the_organization() {
        Principal reader = Understanding.holder(world.acme, EnumSet.of(Scope.INSIGHTS_READ));
        Principal other = Understanding.holder(world.acme, EnumSet.complementOf(EnumSet.of(Scope.INSIGHTS_READ)));

        assertThat(statistics.handle(reader, query(1)).points()).isNotEmpty();
        assertThatThrownBy(() -> statistics.handle(other, query(1))).isInstanceOf(MissingScope.class);
        assertThatThrownBy(() -> statistics.handle(world.stranger, query(1))).isInstanceOf(OrganizationNotFound.class);
    }

    @Test
    void what_was_counted_is_read_after_a_while_as_well() {
        world.receiveScored("good", 4);
        world.understandAll();
        world.clock.advance(Duration.ofDays(400));

        var recent = read(Statistic.Kind.VOLUME, TimeFrame.RECENT, Interval.DAY, ZoneOffset.UTC, Slice.ALL);
        var then = read(
                Statistic.Kind.RATINGS,
                frame("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"),
                Interval.HOUR,
                ZoneOffset.UTC,
                Slice.ALL);

        assertThat(recent.total()).isEqualTo(new Statistic.Volume(0));
        assertThat(((Statistic.Ratings) then.total()).satisfaction()).hasValue(75.0);
        assertThat(then.points()).hasSize(24);
    }
}

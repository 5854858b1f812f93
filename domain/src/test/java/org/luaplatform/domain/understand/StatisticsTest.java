package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Period;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.testing.TestEntries;

final class StatisticsTest {

    private static final TimeAxis THREE_DAYS = TimeAxis.of(
            new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-04T00:00:00Z")),
            Interval.DAY,
            ZoneOffset.UTC);
    private static final Theme WAITING = theme("waiting", "wait");
    private static final Theme STAFF = theme("staff", "staff");

    private static Theme theme(String id, String term) {
        return new Theme(new ThemeId(id), ORGANIZATION, "About " + term, Set.of(term), List.of(), TestClock.NOON);
    }

    /// The buckets of these pieces.
    private static List<Bucket> buckets(Bucket.Kind kind, TestEntries... entries) {
        var themes = new ThemeIndex(List.of(WAITING, STAFF));
        Map<Bucket.Key, Map<Integer, Tally>> slots = new HashMap<>();
        Arrays.stream(entries)
                .map(TestEntries::entry)
                .flatMap(
                        entry -> Contributions.of(
                                entry, themes.themesOf(entry), (_, keyword) -> Optional.of(Counters.keyword(keyword)))
                                .stream())
                .filter(contribution -> contribution.bucket().kind() == kind)
                .forEach(contribution -> slots.computeIfAbsent(contribution.bucket(), _ -> new HashMap<>())
                        .merge(contribution.slot(), contribution.tally(), Tally::plus));
        List<Bucket> buckets = new ArrayList<>();
        slots.forEach((key, tallies) -> buckets.add(new Bucket(key, tallies)));
        return buckets;
    }

    private static Series figures(Statistic.Kind kind, TestEntries... entries) {
        return Statistics.figures(kind, THREE_DAYS, buckets(Bucket.Kind.FIGURES, entries));
    }

    private static TestEntries[] scored(Scale scale, int... values) {
        return IntStream.of(values)
                .mapToObj(value -> anEntry().at("2026-03-02T09:00:00Z").scored("score", scale, value))
                .toArray(TestEntries[]::new);
    }

    @Test
    void volume_is_counted_for_each_interval_and_in_total() {
        var series = figures(
                Statistic.Kind.VOLUME,
                anEntry().at("2026-03-01T00:00:00Z"),
                anEntry().at("2026-03-01T23:59:00Z").by(new Channel("web")),
                anEntry().at("2026-03-03T12:00:00Z").writtenIn("fr"),
                anEntry().at("2026-03-04T00:00:00Z"),
                anEntry().at("2026-02-28T23:59:00Z"));

        assertThat(series.points())
                .containsExactly(
                        new Series.Point(Instant.parse("2026-03-01T00:00:00Z"), new Statistic.Volume(2)),
                        new Series.Point(Instant.parse("2026-03-02T00:00:00Z"), new Statistic.Volume(0)),
                        new Series.Point(Instant.parse("2026-03-03T00:00:00Z"), new Statistic.Volume(1)));
        assertThat(series.total()).isEqualTo(new Statistic.Volume(3));
    }

    @Test
    void days_are_those_of_the_time_zone() {
        var axis = TimeAxis.of(
                new Period(Instant.parse("2026-03-01T15:00:00Z"), Instant.parse("2026-03-03T15:00:00Z")),
                Interval.DAY,
                ZoneId.of("Asia/Tokyo"));

        var series = Statistics.figures(
                Statistic.Kind.VOLUME,
                axis,
                buckets(
                        Bucket.Kind.FIGURES,
                        anEntry().at("2026-03-01T14:59:00Z"),
                        anEntry().at("2026-03-01T15:00:00Z"),
                        anEntry().at("2026-03-02T14:59:00Z"),
                        anEntry().at("2026-03-02T15:00:00Z")));

        assertThat(series.points())
                .extracting(Series.Point::statistic)
                .containsExactly(new Statistic.Volume(2), new Statistic.Volume(1));
    }

    @Test
    void the_total_of_a_period_is_that_of_the_quarters_that_it_touches() {
        var period = new Period(Instant.parse("2026-03-02T11:50:00Z"), Instant.parse("2026-03-02T12:00:00Z"));

        var total = Statistics.total(
                period,
                buckets(
                        Bucket.Kind.FIGURES,
                        anEntry().at("2026-03-02T11:44:00Z"),
                        anEntry().at("2026-03-02T11:45:00Z"),
                        anEntry().at("2026-03-02T12:00:00Z")));

        assertThat(Figures.volume(total)).isEqualTo(new Statistic.Volume(1));
    }

    @Test
    void ratings_are_told_apart_by_question_and_show_every_value_of_the_scale() {
        var series = figures(
                Statistic.Kind.RATINGS,
                anEntry().scored("stars", new Scale.Rating(3), 3).scored("again", new Scale.Nps(), 0),
                anEntry().scored("stars", new Scale.Rating(3), 1),
                anEntry().scored("stars", new Scale.Rating(3), 3),
                anEntry());

        var total = (Statistic.Ratings) series.total();
        assertThat(total.fields())
                .extracting(Statistic.FieldRatings::field)
                .containsExactly(new FieldKey("again"), new FieldKey("stars"));
        var stars = total.fields().getLast();
        assertThat(stars.scale()).isEqualTo(new Scale.Rating(3));
        assertThat(stars.distribution()).isEqualTo(Map.of(1, 1L, 2, 0L, 3, 2L));
        assertThat(stars.answers()).isEqualTo(3);
        assertThat(stars.mean()).hasValue(7.0 / 3);
        assertThat(total.satisfaction()).hasValue((100 + 0 + 100) / 3.0);
        assertThat(series.points().getFirst().statistic())
                .isEqualTo(new Statistic.Ratings(List.of(), OptionalDouble.empty()));
    }

    @Test
    void a_question_whose_scale_was_changed_is_there_once_for_each() {
        var series = figures(
                Statistic.Kind.RATINGS,
                anEntry().scored("stars", new Scale.Rating(5), 5),
                anEntry().scored("stars", new Scale.Rating(10), 5));

        assertThat(((Statistic.Ratings) series.total()).fields())
                .extracting(Statistic.FieldRatings::scale)
                .containsExactlyInAnyOrder(new Scale.Rating(5), new Scale.Rating(10));
    }

    @Test
    void nps_is_promoters_less_detractors() {
        var series = figures(Statistic.Kind.NPS, scored(new Scale.Nps(), 0, 6, 7, 8, 9, 10, 10, 10));

        var total = (Statistic.Nps) series.total();
        assertThat(total).isEqualTo(new Statistic.Nps(4, 2, 2));
        assertThat(total.answers()).isEqualTo(8);
        assertThat(total.score()).hasValue(25.0);
    }

    @Test
    void csat_is_the_share_of_fours_and_fives() {
        var series = figures(Statistic.Kind.CSAT, scored(new Scale.Csat(), 1, 2, 3, 4, 5));

        var total = (Statistic.Csat) series.total();
        assertThat(total).isEqualTo(new Statistic.Csat(2, 5));
        assertThat(total.percent()).hasValue(40.0);
    }

    @Test
    void ces_is_a_mean() {
        var series = figures(Statistic.Kind.CES, scored(new Scale.Ces(), 1, 7, 7, 2));

        var total = (Statistic.Ces) series.total();
        assertThat(total).isEqualTo(new Statistic.Ces(17, 4));
        assertThat(total.mean()).hasValue(4.25);
    }

    @Test
    void each_scale_counts_for_its_own_figure_only() {
        assertThat(figures(Statistic.Kind.NPS, scored(new Scale.Csat(), 5)).total())
                .isEqualTo(new Statistic.Nps(0, 0, 0));
        assertThat(figures(Statistic.Kind.CSAT, scored(new Scale.Rating(5), 5)).total())
                .isEqualTo(new Statistic.Csat(0, 0));
        assertThat(figures(Statistic.Kind.CES, scored(new Scale.Nps(), 5)).total())
                .isEqualTo(new Statistic.Ces(0, 0));
    }

    @Test
    void a_figure_of_nothing_is_empty() {
        assertThat(new Statistic.Nps(0, 0, 0).score()).isEmpty();
        assertThat(new Statistic.Csat(0, 0).percent()).isEmpty();
        assertThat(new Statistic.Ces(0, 0).mean()).isEmpty();
        assertThat(new Statistic.Sentiments(0, 0, 0, 5, 0).meanScore()).isEmpty();
        assertThat(new Statistic.Sentiments(0, 0, 0, 5, 0).negativeShare()).isEmpty();
    }

    @Test
    void sentiment_is_counted_by_label_with_the_mean_of_what_was_assessed() {
        var series = figures(
                Statistic.Kind.SENTIMENT,
                anEntry().feels(SentimentLabel.POSITIVE, 0.9),
                anEntry().feels(SentimentLabel.NEGATIVE, -0.5),
                anEntry().feels(SentimentLabel.NEGATIVE, -0.7),
                anEntry().feels(SentimentLabel.NEUTRAL, 0.1),
                anEntry().feels(SentimentLabel.NOT_ASSESSED, 0),
                anEntry().givenUp());

        var total = (Statistic.Sentiments) series.total();
        assertThat(total).isEqualTo(new Statistic.Sentiments(1, 1, 2, 1, -200));
        assertThat(total.assessed()).isEqualTo(4);
        assertThat(total.meanScore()).hasValue(-0.05);
        assertThat(total.negativeShare()).hasValue(0.5);
    }

    @Test
    void topics_are_no_figures() {
        assertThatThrownBy(() -> figures(Statistic.Kind.KEYWORDS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_most_frequent_keywords_are_shown_as_most_people_write_them_beside_the_period_before() {
        var now = buckets(
                Bucket.Kind.TOPICS,
                anEntry().at("2026-03-01T10:00:00Z").about(new Keyword("queue", "Queue")),
                anEntry().at("2026-03-02T10:00:00Z").about(new Keyword("queue", "queues")),
                anEntry()
                        .at("2026-03-02T11:00:00Z")
                        .about(new Keyword("queue", "queues"))
                        .about("staff"),
                anEntry().at("2026-03-02T11:00:00Z").about("apple", "staff"));
        var before = buckets(
                Bucket.Kind.TOPICS,
                anEntry().at("2026-02-27T10:00:00Z").about("queue"),
                anEntry().at("2026-02-27T10:00:00Z").about(new Keyword("queue", "Queue")));

        var series = Statistics.keywords(THREE_DAYS, now, before, 2);

        assertThat(((Statistic.Keywords) series.total()).keywords())
                .containsExactly(
                        new Statistic.KeywordCount(new Keyword("queue", "queues"), 3, OptionalLong.of(2)),
                        new Statistic.KeywordCount(new Keyword("staff", "staff"), 2, OptionalLong.of(0)));
        assertThat(series.points())
                .extracting(point -> ((Statistic.Keywords) point.statistic())
                        .keywords().stream().map(Statistic.KeywordCount::count).toList())
                .containsExactly(List.of(1L, 0L), List.of(2L, 2L), List.of(0L, 0L));
        assertThat(series.points().getFirst().statistic())
                .isEqualTo(new Statistic.Keywords(List.of(
                        new Statistic.KeywordCount(new Keyword("queue", "queues"), 1, OptionalLong.empty()),
                        new Statistic.KeywordCount(new Keyword("staff", "staff"), 0, OptionalLong.empty()))));
    }

    @Test
    void equally_frequent_keywords_are_in_the_order_of_the_alphabet() {
        var now =
                buckets(Bucket.Kind.TOPICS, anEntry().at("2026-03-02T10:00:00Z").about("b", "c", "a"));

        var series = Statistics.keywords(THREE_DAYS, now, List.of(), 2);

        assertThat(((Statistic.Keywords) series.total()).keywords())
                .extracting(count -> count.keyword().term())
                .containsExactly("a", "b");
    }

    @Test
    void themes_are_counted_over_time_the_biggest_first() {
        var now = buckets(
                Bucket.Kind.TOPICS,
                anEntry().at("2026-03-01T10:00:00Z").about("staff").feels(SentimentLabel.POSITIVE, 0.5),
                anEntry().at("2026-03-03T10:00:00Z").about("staff", "wait").feels(SentimentLabel.NEGATIVE, -0.5));

        var series = Statistics.themes(THREE_DAYS, now, List.of(WAITING, STAFF), 5);

        assertThat(series.total())
                .isEqualTo(new Statistic.ThemeSizes(List.of(
                        new Statistic.ThemeSize(STAFF.id(), "About staff", 2, new Statistic.Sentiments(1, 0, 1, 0, 0)),
                        new Statistic.ThemeSize(
                                WAITING.id(), "About wait", 1, new Statistic.Sentiments(0, 0, 1, 0, -500)))));
        assertThat(series.points())
                .extracting(point -> ((Statistic.ThemeSizes) point.statistic())
                        .themes().stream().map(Statistic.ThemeSize::size).toList())
                .containsExactly(List.of(1L, 0L), List.of(0L, 0L), List.of(1L, 1L));
    }

    @Test
    void themes_that_nobody_mentioned_are_left_out_and_so_are_the_smallest() {
        var now = buckets(
                Bucket.Kind.TOPICS,
                anEntry().at("2026-03-01T10:00:00Z").about("staff"),
                anEntry().at("2026-03-01T10:00:00Z").about("staff", "wait"));

        var one = Statistics.themes(THREE_DAYS, now, List.of(WAITING, STAFF), 1);
        var mentioned = Statistics.themes(THREE_DAYS, now, List.of(STAFF, theme("parking", "parking")), 9);

        assertThat(((Statistic.ThemeSizes) one.total()).themes())
                .extracting(Statistic.ThemeSize::theme)
                .containsExactly(STAFF.id());
        assertThat(((Statistic.ThemeSizes) mentioned.total()).themes())
                .extracting(Statistic.ThemeSize::theme)
                .containsExactly(STAFF.id());
    }

    @Test
    void each_kind_says_where_it_is_counted() {
        assertThat(Statistic.Kind.VOLUME.countedIn()).isEqualTo(Bucket.Kind.FIGURES);
        assertThat(Statistic.Kind.THEMES.countedIn()).isEqualTo(Bucket.Kind.TOPICS);
    }
}

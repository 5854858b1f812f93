package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.luaplatform.domain.understand.testing.TestEntries.FORM;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.ThemeSummary.Trend.Direction;

final class ThemeSummariesTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.NOON, ZoneOffset.UTC);
    private static final Theme WAITING = theme("waiting");

    private static Theme theme(String id) {
        return new Theme(
                new ThemeId(id), ORGANIZATION, id, Set.of(id), List.of(), TestClock.NOON.minus(Duration.ofDays(90)));
    }

    private static Bucket bucket(LocalDate day, Map<String, Long> counts) {
        return new Bucket(
                new Bucket.Key(Bucket.Kind.TOPICS, FORM, day, Channel.API, Language.ENGLISH),
                Map.of(0, new Tally(counts)));
    }

    private static List<Bucket> now(Map<String, Long> counts) {
        return List.of(bucket(TODAY, counts));
    }

    private static List<Bucket> before(long volume, long size) {
        return List.of(bucket(TODAY.minusDays(30), Map.of("volume", volume, "theme:waiting:size", size)));
    }

    private static Direction direction(long volume, long size, long volumeBefore, long sizeBefore) {
        return new ThemeSummaries(
                        now(Map.of("volume", volume, "theme:waiting:size", size)), before(volumeBefore, sizeBefore))
                .of(WAITING)
                .trend()
                .direction();
    }

    @Test
    void a_theme_is_summed_up_over_all_buckets() {
        var summary = new ThemeSummaries(
                        List.of(
                                bucket(
                                        TODAY,
                                        Map.of(
                                                "volume", 30L,
                                                "theme:waiting:size", 6L,
                                                "theme:waiting:negative", 4L,
                                                "theme:waiting:sentiment", -2_000L)),
                                bucket(
                                        TODAY.minusDays(1),
                                        Map.of(
                                                "volume", 10L,
                                                "theme:waiting:size", 2L,
                                                "theme:waiting:positive", 1L,
                                                "theme:waiting:sentiment", 500L))),
                        List.of())
                .of(WAITING);

        assertThat(summary.theme()).isEqualTo(WAITING);
        assertThat(summary.size()).isEqualTo(8);
        assertThat(summary.feedback()).isEqualTo(40);
        assertThat(summary.share()).isEqualTo(0.2);
        assertThat(summary.sentiments()).isEqualTo(new Statistic.Sentiments(1, 0, 4, 0, -1_500));
        assertThat(summary.sentiments().meanScore()).hasValue(-0.3);
        assertThat(summary.recommendation().text()).startsWith("8 of 40 people");
    }

    @Test
    void the_themes_of_a_period_are_those_that_were_mentioned_the_biggest_first() {
        var summaries = new ThemeSummaries(
                now(Map.of("volume", 9L, "theme:b:size", 2L, "theme:a:size", 2L, "theme:c:size", 5L)), List.of());

        assertThat(summaries.of(List.of(theme("a"), theme("b"), theme("c"), theme("d"))))
                .extracting(summary -> summary.theme().label())
                .containsExactly("c", "a", "b");
    }

    @Test
    void the_impact_is_the_mean_of_all_less_the_mean_without_the_theme() {
        var summary = new ThemeSummaries(
                        now(Map.of(
                                "volume", 12L,
                                "satisfaction:count", 10L,
                                "satisfaction:sum", 700L,
                                "theme:waiting:size", 3L,
                                "theme:waiting:scored", 2L,
                                "theme:waiting:satisfaction", 60L)),
                        List.of())
                .of(WAITING);

        assertThat(summary.impact().orElseThrow()).isCloseTo(70 - 640 / 8.0, within(1e-9));
    }

    @Test
    void without_scores_on_both_sides_there_is_no_impact() {
        var noneWith = new ThemeSummaries(
                now(Map.of("volume", 3L, "satisfaction:count", 2L, "theme:waiting:size", 1L)), List.of());
        var noneWithout = new ThemeSummaries(
                now(Map.of(
                        "volume", 3L,
                        "satisfaction:count", 2L,
                        "satisfaction:sum", 150L,
                        "theme:waiting:size", 2L,
                        "theme:waiting:scored", 2L,
                        "theme:waiting:satisfaction", 150L)),
                List.of());

        assertThat(noneWith.of(WAITING).impact()).isEmpty();
        assertThat(noneWithout.of(WAITING).impact()).isEmpty();
    }

    @Test
    void a_share_that_grew_by_more_than_chance_is_rising() {
        assertThat(direction(100, 30, 100, 15)).isEqualTo(Direction.RISING);
        assertThat(direction(100, 22, 100, 15)).isEqualTo(Direction.STEADY);
    }

    @Test
    void a_share_that_shrank_by_more_than_chance_is_falling() {
        assertThat(direction(100, 15, 100, 30)).isEqualTo(Direction.FALLING);
        assertThat(direction(100, 15, 100, 22)).isEqualTo(Direction.STEADY);
        assertThat(direction(100, 0, 100, 22)).isEqualTo(Direction.FALLING);
    }

    @Test
    void a_theme_does_not_grow_because_all_feedback_does() {
        assertThat(direction(1_000, 100, 100, 10)).isEqualTo(Direction.STEADY);
    }

    @Test
    void the_less_feedback_there_was_the_more_it_takes() {
        assertThat(direction(1_000, 100, 1_000, 70)).isEqualTo(Direction.RISING);
        assertThat(direction(1_000, 100, 500, 35)).isEqualTo(Direction.STEADY);
        assertThat(direction(1_000, 100, 700, 49)).isEqualTo(Direction.RISING);
        assertThat(direction(700, 70, 1_000, 70)).isEqualTo(Direction.RISING);
        assertThat(direction(500, 50, 1_000, 70)).isEqualTo(Direction.RISING);
        assertThat(direction(450, 45, 1_000, 70)).isEqualTo(Direction.STEADY);
    }

    @Test
    void what_nobody_mentioned_before_is_new() {
        assertThat(direction(100, 10, 100, 0)).isEqualTo(Direction.NEW);
        assertThat(direction(100, 9, 100, 0)).as("too few to tell").isEqualTo(Direction.STEADY);
    }

    @Test
    void without_feedback_in_both_periods_nothing_is_compared() {
        assertThat(direction(100, 50, 0, 0)).isEqualTo(Direction.STEADY);
        assertThat(direction(0, 0, 100, 50)).isEqualTo(Direction.STEADY);
    }

    @Test
    void a_trend_tells_what_it_was_before() {
        var trend = new ThemeSummaries(now(Map.of("volume", 100L, "theme:waiting:size", 30L)), before(200, 20))
                .of(WAITING)
                .trend();

        assertThat(trend.before()).isEqualTo(20);
        assertThat(trend.shareBefore()).isEqualTo(0.1);
        assertThat(trend.growth(30)).hasValue(50.0);
    }

    @Test
    void growth_from_nothing_is_no_number() {
        assertThat(new ThemeSummary.Trend(Direction.NEW, 0, 0).growth(9)).isEmpty();
    }

    @Test
    void a_theme_found_lately_among_much_feedback_is_too_young_to_compare() {
        var young = new Theme(
                WAITING.id(),
                ORGANIZATION,
                "waiting",
                Set.of("wait"),
                List.of(),
                TestClock.NOON.minus(Duration.ofDays(9)));
        var much = new ThemeSummaries(now(Map.of("volume", 9_000L, "theme:waiting:size", 900L)), before(1_001, 0));
        var little = new ThemeSummaries(now(Map.of("volume", 9_000L, "theme:waiting:size", 900L)), before(1_000, 0));

        assertThat(much.of(young).trend().direction()).isEqualTo(Direction.TOO_EARLY);
        assertThat(much.of(WAITING).trend().direction()).as("an old theme").isEqualTo(Direction.NEW);
        assertThat(little.of(young).trend().direction())
                .as("all was looked through")
                .isEqualTo(Direction.NEW);
    }

    @Test
    void a_theme_of_a_period_without_feedback_has_no_share() {
        assertThat(new ThemeSummaries(List.of(), List.of()).of(WAITING).share()).isZero();
    }
}

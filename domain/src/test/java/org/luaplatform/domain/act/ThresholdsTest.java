package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.act.Trigger.Direction;
import org.luaplatform.domain.act.Trigger.Metric;
import org.luaplatform.domain.act.Trigger.ThemeMeasure;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingPlanner;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.Urgency;

class ThresholdsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void the_volume_is_how_much_was_counted() {
        Tally counted = counted(nps(10, 0.5), nps(9, 0.5), nps(3, -0.5));

        assertThat(measure(Metric.VOLUME, counted)).hasValue(3);
    }

    @Test
    void nps_is_promoters_less_detractors_in_percent() {
        Tally counted = counted(nps(10, 0.5), nps(9, 0.5), nps(8, 0), nps(3, -0.5));

        assertThat(measure(Metric.NPS, counted)).hasValue(25);
    }

    @Test
    void csat_is_the_percentage_of_the_satisfied() {
        Tally counted = counted(
                entry(new Answer.Score(new Scale.Csat(), 5), 0), entry(new Answer.Score(new Scale.Csat(), 3), 0));

        assertThat(measure(Metric.CSAT, counted)).hasValue(50);
    }

    @Test
    void ces_is_the_mean_effort() {
        Tally counted =
                counted(entry(new Answer.Score(new Scale.Ces(), 7), 0), entry(new Answer.Score(new Scale.Ces(), 2), 0));

        assertThat(measure(Metric.CES, counted)).hasValue(4.5);
    }

    @Test
    void sentiment_is_the_mean_score_and_the_share_of_the_negative_is_in_percent() {
        Tally counted = counted(nps(10, 0.5), nps(9, 0.5), nps(8, 0), nps(3, -0.8));

        assertThat(measure(Metric.SENTIMENT, counted)).hasValue(0.05);
        assertThat(measure(Metric.NEGATIVE_SHARE, counted)).hasValue(25);
    }

    @ParameterizedTest
    @EnumSource(value = Metric.class, names = "VOLUME", mode = EnumSource.Mode.EXCLUDE)
    void there_is_no_mean_of_nothing(Metric metric) {
        assertThat(measure(metric, Tally.NOTHING)).isEmpty();
    }

    @Test
    void nothing_is_a_volume() {
        assertThat(measure(Metric.VOLUME, Tally.NOTHING)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "ABOVE, 10.1, true",
        "ABOVE, 10, false",
        "ABOVE, 9.9, false",
        "BELOW, 9.9, true",
        "BELOW, 10, false",
        "BELOW, 10.1, false"
    })
    void a_metric_is_beyond_its_bound_on_one_side(Direction direction, double value, boolean isBeyond) {
        var trigger = new Trigger.MetricCrossed(Metric.NPS, direction, 10, WEEK);

        assertThat(Thresholds.isBeyond(trigger, value)).isEqualTo(isBeyond);
    }

    @ParameterizedTest
    @CsvSource({"SIZE, 15", "SHARE, 30", "TREND, 50"})
    void a_theme_has_a_size_a_share_and_a_trend(ThemeMeasure measure, double value) {
        ThemeSummary theme = theme(15, 50, 10);

        assertThat(Thresholds.measure(new Trigger.ThemeCrossed(measure, 1, WEEK), theme))
                .isEqualTo(value);
    }

    @Test
    void a_new_theme_grows_as_if_one_piece_had_been_there_before() {
        ThemeSummary theme = theme(5, 50, 0);

        assertThat(Thresholds.measure(new Trigger.ThemeCrossed(ThemeMeasure.TREND, 1, WEEK), theme))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "9.9, false", "11, true"})
    void a_theme_crosses_when_it_reaches_its_bound(double value, boolean isBeyond) {
        var trigger = new Trigger.ThemeCrossed(ThemeMeasure.SIZE, 10, WEEK);

        assertThat(Thresholds.isBeyond(trigger, value)).isEqualTo(isBeyond);
    }

    @Test
    void each_figure_is_remembered_under_its_own_name() {
        var metric = new Trigger.MetricCrossed(Metric.NEGATIVE_SHARE, Direction.ABOVE, 10, WEEK);
        var theme = new Trigger.ThemeCrossed(ThemeMeasure.SHARE, 10, WEEK);

        assertThat(Thresholds.subject(metric)).isEqualTo("negative_share.above");
        assertThat(Thresholds.subject(theme, Understood.THEME)).isEqualTo("theme1.share");
    }

    private static OptionalDouble measure(Metric metric, Tally counted) {
        return Thresholds.measure(new Trigger.MetricCrossed(metric, Direction.ABOVE, 0, WEEK), counted);
    }

    private static FeedbackEntry nps(int answer, double sentiment) {
        return entry(new Answer.Score(new Scale.Nps(), answer), sentiment);
    }

    private static FeedbackEntry entry(Answer answer, double score) {
        SentimentLabel label = SentimentLabel.NEUTRAL;
        if (score != 0) {
            label = score > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
        }
        return new FeedbackEntry(
                Understood.feedback("feedback1", answer),
                new AnalysisState.Done(),
                Optional.of(new Insight(
                        Language.ENGLISH,
                        new Sentiment(label, score, 0.9),
                        List.of(),
                        Urgency.NONE,
                        List.of(),
                        new AnalyzerVersion("test", "1"),
                        Understood.NOON)),
                List.of());
    }

    /// Counts as the product does.
    private static Tally counted(FeedbackEntry... entries) {
        var pieces = new ArrayList<CountingLane.Uncounted>();
        for (FeedbackEntry entry : entries) {
            pieces.add(new CountingLane.Uncounted(entry, 1, List.of()));
        }
        var planner = new CountingPlanner(List.of());
        return planner.plan(Understood.ORGANIZATION, 1, pieces).changes().stream()
                .filter(change -> change.bucket().kind() == Bucket.Kind.FIGURES)
                .map(CountingLane.Change::added)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static ThemeSummary theme(long size, long feedback, long before) {
        var theme = new Theme(
                Understood.THEME, Understood.ORGANIZATION, "Waiting", Set.of("wait"), List.of(), Understood.NOON);
        return new ThemeSummary(
                theme,
                size,
                feedback,
                new Statistic.Sentiments(0, 0, 0, 0, 0),
                OptionalDouble.empty(),
                new ThemeSummary.Trend(ThemeSummary.Trend.Direction.RISING, before, 0.2),
                new ThemeSummary.Recommendation("Look at it.", ThemeSummary.Recommendation.Sureness.EARLY));
    }
}

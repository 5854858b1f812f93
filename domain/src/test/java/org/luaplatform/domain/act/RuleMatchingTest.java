package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.ThemeId;

class RuleMatchingTest {

    private static final Trigger FEEDBACK = new Trigger.FeedbackAnalysed();
    private static final Trigger METRIC =
            new Trigger.MetricCrossed(Trigger.Metric.NPS, Trigger.Direction.BELOW, 0, Duration.ofDays(7));
    private static final Trigger THEME = new Trigger.ThemeCrossed(Trigger.ThemeMeasure.SIZE, 10, Duration.ofDays(7));

    @ParameterizedTest
    @CsvSource({
        "FORM, form1, true",
        "FORM, form2, false",
        "CHANNEL, widget, true",
        "CHANNEL, api, false",
        "LANGUAGE, pt-br, true",
        "LANGUAGE, pt, true",
        "LANGUAGE, PT, true",
        "LANGUAGE, pt-pt, false",
        "LANGUAGE, de, false",
        "SENTIMENT, negative, true",
        "SENTIMENT, neutral, false",
        "URGENCY, high, true",
        "URGENCY, low, false",
        "KEYWORD, wait time, true",
        "KEYWORD, waiting times, true",
        "KEYWORD, WAIT TIME, true",
        "KEYWORD, nurse, true",
        "KEYWORD, wait, false",
        "THEME, theme1, true",
        "THEME, theme2, false"
    })
    void a_complaint_is_what_it_is(Subject subject, String value, boolean holds) {
        FeedbackEntry complaint = Understood.complaint();

        assertThat(RuleMatching.holds(is(subject, value), complaint)).isEqualTo(holds);
        assertThat(RuleMatching.holds(isNot(subject, value), complaint)).isEqualTo(!holds);
    }

    @ParameterizedTest
    @CsvSource({
        "SENTIMENT_SCORE, AT_MOST, -0.5, true", "SENTIMENT_SCORE, AT_MOST, -0.51, false",
        "SENTIMENT_SCORE, AT_LEAST, -0.5, true", "SENTIMENT_SCORE, AT_LEAST, -0.49, false",
        "SCORE, AT_MOST, 25, true", "SCORE, AT_MOST, 24.9, false",
        "SCORE, AT_LEAST, 25, true", "SCORE, AT_LEAST, 25.1, false"
    })
    void a_complaint_is_as_bad_as_it_is(Subject subject, Comparison comparison, String bound, boolean holds) {
        var condition = new Condition(subject, comparison, List.of(bound));

        assertThat(RuleMatching.holds(condition, Understood.complaint())).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "SENTIMENT_SCORE, AT_MOST, 1",
        "SENTIMENT_SCORE, AT_LEAST, -1",
        "SCORE, AT_MOST, 100",
        "SCORE, AT_LEAST, 0"
    })
    void what_nobody_said_is_on_no_side_of_a_bound(Subject subject, Comparison comparison, String bound) {
        var condition = new Condition(subject, comparison, List.of(bound));

        assertThat(RuleMatching.holds(condition, Understood.mute())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SENTIMENT, notAssessed", "URGENCY, none", "LANGUAGE, de"})
    void what_nobody_understood_is_told_by_what_is_known(Subject subject, String value) {
        assertThat(RuleMatching.holds(is(subject, value), Understood.mute())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"KEYWORD, nurse", "THEME, theme1"})
    void what_nobody_understood_is_about_nothing(Subject subject, String value) {
        assertThat(RuleMatching.holds(is(subject, value), Understood.mute())).isFalse();
        assertThat(RuleMatching.holds(isNot(subject, value), Understood.mute())).isTrue();
    }

    @Test
    void any_of_several_values_will_do() {
        var either = new Condition(Subject.SENTIMENT, Comparison.IS, List.of("positive", "negative"));
        var neither = new Condition(Subject.SENTIMENT, Comparison.IS_NOT, List.of("positive", "negative"));

        assertThat(RuleMatching.holds(either, Understood.complaint())).isTrue();
        assertThat(RuleMatching.holds(neither, Understood.complaint())).isFalse();
    }

    @Test
    void a_rule_without_conditions_tells_everything() {
        assertThat(RuleMatching.tells(rule(true, FEEDBACK), Understood.complaint()))
                .isTrue();
        assertThat(RuleMatching.tells(rule(true, FEEDBACK), Understood.mute())).isTrue();
    }

    @Test
    void a_rule_tells_what_all_its_conditions_let_through() {
        Condition urgent = is(Subject.URGENCY, "high");
        Condition elsewhere = is(Subject.FORM, "form2");

        assertThat(RuleMatching.tells(rule(true, FEEDBACK, urgent), Understood.complaint()))
                .isTrue();
        assertThat(RuleMatching.tells(rule(true, FEEDBACK, urgent, elsewhere), Understood.complaint()))
                .isFalse();
    }

    @Test
    void a_rule_that_is_switched_off_tells_nothing() {
        assertThat(RuleMatching.tells(rule(false, FEEDBACK), Understood.complaint()))
                .isFalse();
    }

    @Test
    void a_rule_that_waits_for_something_else_does_not_tell_of_feedback() {
        assertThat(RuleMatching.tells(rule(true, METRIC), Understood.complaint()))
                .isFalse();
        assertThat(RuleMatching.tells(rule(true, THEME), Understood.complaint()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, form1, true", "FORM, form2, false",
        "CHANNEL, api, true", "CHANNEL, widget, false",
        "LANGUAGE, pt, true", "LANGUAGE, de, false"
    })
    void a_figure_counts_what_its_conditions_let_through(Subject subject, String value, boolean counts) {
        var bucket = new Bucket.Key(
                Bucket.Kind.FIGURES, Understood.FORM, LocalDate.of(2026, 3, 2), Channel.API, new Language("pt-br"));

        assertThat(RuleMatching.counts(List.of(is(subject, value)), bucket)).isEqualTo(counts);
        assertThat(RuleMatching.counts(List.of(isNot(subject, value)), bucket)).isEqualTo(!counts);
    }

    @Test
    void a_figure_counts_everything_where_conditions_are_about_something_else() {
        var bucket = new Bucket.Key(
                Bucket.Kind.FIGURES, Understood.FORM, LocalDate.of(2026, 3, 2), Channel.API, Language.ENGLISH);
        List<Condition> others = Stream.of(
                        is(Subject.SENTIMENT, "negative"),
                        is(Subject.URGENCY, "high"),
                        is(Subject.KEYWORD, "nurse"),
                        is(Subject.THEME, "theme9"),
                        new Condition(Subject.SCORE, Comparison.AT_MOST, List.of("1")),
                        new Condition(Subject.SENTIMENT_SCORE, Comparison.AT_MOST, List.of("-1")))
                .toList();

        assertThat(RuleMatching.counts(others, bucket)).isTrue();
    }

    @Test
    void a_rule_watches_the_themes_that_it_names_or_all() {
        var theme = new ThemeId("theme1");

        assertThat(RuleMatching.watches(List.of(), theme)).isTrue();
        assertThat(RuleMatching.watches(List.of(is(Subject.FORM, "form9")), theme))
                .isTrue();
        assertThat(RuleMatching.watches(List.of(is(Subject.THEME, "theme1")), theme))
                .isTrue();
        assertThat(RuleMatching.watches(List.of(is(Subject.THEME, "theme2")), theme))
                .isFalse();
        assertThat(RuleMatching.watches(List.of(isNot(Subject.THEME, "theme1")), theme))
                .isFalse();
    }

    @Test
    void only_feedback_has_everything_that_conditions_can_be_about() {
        assertThat(RuleMatching.subjects(FEEDBACK)).containsExactly(Subject.values());
        assertThat(RuleMatching.subjects(METRIC)).containsExactly(Subject.FORM, Subject.CHANNEL, Subject.LANGUAGE);
        assertThat(RuleMatching.subjects(THEME))
                .containsExactly(Subject.FORM, Subject.CHANNEL, Subject.LANGUAGE, Subject.THEME);
    }

    private static Condition is(Subject subject, String value) {
        return new Condition(subject, Comparison.IS, List.of(value));
    }

    private static Condition isNot(Subject subject, String value) {
        return new Condition(subject, Comparison.IS_NOT, List.of(value));
    }

    private static Rule rule(boolean enabled, Trigger when, Condition... conditions) {
        return new Rule(
                new RuleId("rule1"),
                Understood.ORGANIZATION,
                "Complaints",
                enabled,
                when,
                List.of(conditions),
                List.of(new DestinationId("destination1")),
                Understood.NOON);
    }
}

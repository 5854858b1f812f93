package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.ThemeSummary.Recommendation;
import org.luaplatform.domain.understand.ThemeSummary.Recommendation.Sureness;
import org.luaplatform.domain.understand.ThemeSummary.Trend.Direction;

final class RecommendationsTest {

    private static final Theme WAITING = new Theme(
            new ThemeId("waiting"),
            ORGANIZATION,
            "waiting times",
            Set.of("wait"),
            List.of(
                    quote("We waited.", SentimentLabel.NEUTRAL, 0),
                    quote("Hours of waiting.", SentimentLabel.NEGATIVE, -0.8),
                    quote("No waiting at all!", SentimentLabel.POSITIVE, 0.9)),
            TestClock.NOON);

    private static Theme.Quote quote(String text, SentimentLabel label, double score) {
        return new Theme.Quote(new FeedbackId("f"), text, new Sentiment(label, score, 1));
    }

    private static Statistic.Sentiments felt(long positive, long neutral, long negative) {
        return new Statistic.Sentiments(positive, neutral, negative, 0, 0);
    }

    private static Recommendation of(
            long size, long feedback, Statistic.Sentiments felt, OptionalDouble impact, Direction direction) {
        return Recommendations.of(WAITING, size, feedback, felt, impact, new ThemeSummary.Trend(direction, 12, 0.02));
    }

    private static String text(long size, long feedback, Statistic.Sentiments felt) {
        return of(size, feedback, felt, OptionalDouble.empty(), Direction.STEADY)
                .text();
    }

    private static String impact(double points) {
        return of(41, 312, felt(6, 6, 29), OptionalDouble.of(points), Direction.STEADY)
                .text();
    }

    @Test
    void a_complaint_of_many_says_how_many_how_much_and_in_whose_words() {
        var recommendation = of(41, 312, felt(6, 6, 29), OptionalDouble.of(-3.2), Direction.STEADY);

        assertThat(recommendation)
                .isEqualTo(new Recommendation(
                        "41 of 312 people (13 %) mention “waiting times”, 71 % of them negatively; without them the"
                                + " mean score (0 to 100) would be 3 points higher. Look into it: “Hours of waiting.”",
                        Sureness.SOLID));
    }

    @Test
    void praise_of_many_is_to_be_kept_up() {
        assertThat(of(1_500, 31_200, felt(1_400, 50, 50), OptionalDouble.of(1.04), Direction.STEADY)
                        .text())
                .isEqualTo("1,500 of 31,200 people (5 %) mention “waiting times”, 93 % of them positively; without them"
                        + " the mean score (0 to 100) would be 1.0 point lower. Keep it up: “No waiting at all!”");
    }

    @Test
    void where_opinions_differ_both_are_told() {
        assertThat(text(40, 100, felt(21, 2, 17)))
                .isEqualTo("40 of 100 people (40 %) mention “waiting times”, 53 % of them positively and 43 %"
                        + " negatively. Opinions differ: “No waiting at all!” against “Hours of waiting.”");
    }

    @Test
    void a_mood_is_that_of_most_from_55_percent_on() {
        assertThat(text(40, 100, felt(18, 0, 22))).contains("55 % of them negatively.", "Look into it:");
        assertThat(text(40, 100, felt(22, 0, 18))).contains("55 % of them positively.", "Keep it up:");
    }

    @Test
    void a_few_voices_are_told_with_care() {
        var complaint = of(29, 312, felt(1, 1, 27), OptionalDouble.of(-3.2), Direction.STEADY);

        assertThat(complaint.sureness()).isEqualTo(Sureness.EARLY);
        assertThat(complaint.text())
                .contains("might be 3 points higher. Few so far, but worth a look: “Hours of waiting.”");
        assertThat(text(5, 312, felt(5, 0, 0))).endsWith("Few so far, and content: “No waiting at all!”");
        assertThat(text(5, 312, felt(2, 1, 2)))
                .endsWith("Few so far, and of two minds: “No waiting at all!” against “Hours of waiting.”");
        assertThat(of(30, 312, felt(1, 1, 28), OptionalDouble.empty(), Direction.STEADY)
                        .sureness())
                .isEqualTo(Sureness.SOLID);
    }

    @Test
    void anecdotes_are_told_as_such_in_plain_numbers() {
        var recommendation = of(4, 29, felt(0, 1, 3), OptionalDouble.of(-20), Direction.STEADY);

        assertThat(recommendation)
                .isEqualTo(new Recommendation(
                        "4 of 29 people mention “waiting times”, 3 of them negatively. Too few to tell; one of them"
                                + " says: “Hours of waiting.”",
                        Sureness.ANECDOTAL));
    }

    @Test
    void one_person_mentions() {
        assertThat(text(1, 1, felt(0, 0, 1))).startsWith("1 of 1 person mentions “waiting times”, 1 of them");
        assertThat(text(1, 30, felt(0, 0, 1))).startsWith("1 of 30 people (3 %) mentions “waiting times”");
    }

    @Test
    void nothing_is_said_of_feelings_that_nobody_assessed() {
        assertThat(text(40, 100, felt(0, 0, 0)))
                .isEqualTo("40 of 100 people (40 %) mention “waiting times”. Read what they say: “We waited.”");
        assertThat(text(9, 100, felt(0, 0, 0))).endsWith("“waiting times”. Few so far: “We waited.”");
    }

    @Test
    void an_impact_is_told_as_finely_as_it_matters() {
        assertThat(impact(-0.49)).doesNotContain("mean score");
        assertThat(impact(-0.5)).contains("would be 0.5 points higher");
        assertThat(impact(1.94)).contains("would be 1.9 points lower");
        assertThat(impact(2.4)).contains("would be 2 points lower");
        assertThat(impact(-12.5)).contains("would be 13 points higher");
    }

    @Test
    void a_change_is_told_with_what_it_was() {
        var felt = felt(6, 6, 29);

        assertThat(of(41, 312, felt, OptionalDouble.empty(), Direction.NEW).text())
                .contains("negatively. Nobody mentioned it in the period before. Look");
        assertThat(of(41, 312, felt, OptionalDouble.empty(), Direction.RISING).text())
                .contains("negatively. It is mentioned more than in the period before (12 then). Look");
        assertThat(of(41, 312, felt, OptionalDouble.empty(), Direction.FALLING).text())
                .contains("negatively. It is mentioned less than in the period before (12 then). Look");
        assertThat(of(41, 312, felt, OptionalDouble.empty(), Direction.TOO_EARLY)
                        .text())
                .contains("negatively. Look");
    }

    @Test
    void one_quote_is_not_set_against_itself() {
        var single = new Theme(
                WAITING.id(),
                ORGANIZATION,
                "waiting times",
                Set.of("wait"),
                List.of(quote("We waited.", SentimentLabel.NEUTRAL, 0)),
                TestClock.NOON);

        assertThat(Recommendations.of(
                                single,
                                40,
                                100,
                                felt(20, 0, 20),
                                OptionalDouble.empty(),
                                new ThemeSummary.Trend(Direction.STEADY, 0, 0))
                        .text())
                .endsWith("Opinions differ: “We waited.”");
    }

    @Test
    void without_a_quote_the_figures_stand_alone() {
        var silent = new Theme(WAITING.id(), ORGANIZATION, "waiting times", Set.of("wait"), List.of(), TestClock.NOON);

        assertThat(Recommendations.of(
                                silent,
                                41,
                                312,
                                felt(6, 6, 29),
                                OptionalDouble.empty(),
                                new ThemeSummary.Trend(Direction.STEADY, 0, 0))
                        .text())
                .isEqualTo("41 of 312 people (13 %) mention “waiting times”, 71 % of them negatively. Look into it.");
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.OverallInsight.ReadAnswer;
import org.luaplatform.domain.understand.TextAnalyzer.Analysis;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;

final class OverallInsightTest {

    private static final Language FRENCH = new Language("fr");

    private static Insight of(ReadAnswer... answers) {
        return OverallInsight.of(
                List.of(answers), Optional.of(FRENCH), new AnalyzerVersion("test", "1"), TestClock.NOON);
    }

    private static ReadAnswer answer(int length, Sentiment sentiment, String... keywords) {
        return answer(length, Language.ENGLISH, sentiment, Urgency.NONE, keywords);
    }

    private static ReadAnswer answer(
            int length, Language language, Sentiment sentiment, Urgency urgency, String... keywords) {
        return new ReadAnswer(
                new FieldKey("q"),
                "x".repeat(length),
                new Analysis(
                        language,
                        sentiment,
                        Arrays.stream(keywords)
                                .map(term -> new Keyword(term, term))
                                .toList(),
                        urgency));
    }

    private static Sentiment positive(double score, double confidence) {
        return new Sentiment(SentimentLabel.POSITIVE, score, confidence);
    }

    private static Sentiment negative(double score, double confidence) {
        return new Sentiment(SentimentLabel.NEGATIVE, score, confidence);
    }

    private static Sentiment neutral() {
        return new Sentiment(SentimentLabel.NEUTRAL, 0, 0.5);
    }

    @Test
    void one_answer_is_the_whole_feedback() {
        var insight = of(answer(20, positive(0.7, 0.9), "staff"));

        assertThat(insight.sentiment()).isEqualTo(positive(0.7, 0.9));
        assertThat(insight.keywords()).containsExactly(new Keyword("staff", "staff"));
        assertThat(insight.analyzer()).isEqualTo(new AnalyzerVersion("test", "1"));
        assertThat(insight.analysedAt()).isEqualTo(TestClock.NOON);
        assertThat(insight.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.field()).isEqualTo(new FieldKey("q"));
            assertThat(answer.language()).isEqualTo(Language.ENGLISH);
            assertThat(answer.sentiment()).isEqualTo(positive(0.7, 0.9));
            assertThat(answer.keywords()).containsExactly(new Keyword("staff", "staff"));
            assertThat(answer.urgency()).isEqualTo(Urgency.NONE);
        });
    }

    @Test
    void without_words_nothing_is_assessed() {
        var insight = of();

        assertThat(insight.sentiment()).isEqualTo(Sentiment.NOT_ASSESSED);
        assertThat(insight.language()).isEqualTo(FRENCH);
        assertThat(insight.keywords()).isEmpty();
        assertThat(insight.urgency()).isEqualTo(Urgency.NONE);
    }

    @Test
    void longer_and_surer_answers_weigh_more() {
        var longer = of(answer(400, negative(-0.5, 0.8)), answer(25, positive(1, 0.8)));
        var surer = of(answer(100, negative(-0.5, 0.8)), answer(100, positive(1, 0.2)));

        assertThat(longer.sentiment().score()).isCloseTo((-0.5 * 20 + 1 * 5) / 25, within(1e-9));
        assertThat(longer.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(surer.sentiment().score()).isCloseTo((-0.5 * 0.8 + 1 * 0.2) / 1.0, within(1e-9));
        assertThat(surer.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void the_feedback_is_less_sure_where_its_answers_disagree() {
        var insight = of(answer(400, negative(-0.5, 0.8)), answer(25, positive(1, 0.8)));

        assertThat(insight.sentiment().confidence()).isCloseTo(0.8 * 20 / 25, within(1e-9));
    }

    @Test
    void opposite_voices_of_like_strength_are_neutral_together() {
        var insight = of(answer(100, negative(-0.8, 0.8)), answer(81, positive(0.8, 0.8)));

        assertThat(insight.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(insight.sentiment().confidence()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void the_main_voice_decides_over_a_weak_one() {
        var insight = of(answer(49, negative(-0.8, 0.8)), answer(100, positive(0.8, 0.8)));

        assertThat(insight.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void mostly_neutral_words_are_neutral() {
        var insight = of(answer(400, neutral()), answer(4, positive(0.8, 0.8)));

        assertThat(insight.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void answers_that_say_nothing_do_not_water_down_the_others() {
        var insight = of(answer(400, Sentiment.NOT_ASSESSED), answer(25, positive(0.6, 0.7)));

        assertThat(insight.sentiment()).isEqualTo(positive(0.6, 0.7));
    }

    @Test
    void answers_without_any_confidence_still_count_among_themselves() {
        var insight = of(answer(100, positive(0.4, 0)), answer(100, positive(0.2, 0)));

        assertThat(insight.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(insight.sentiment().score()).isCloseTo(0.3, within(1e-9));
        assertThat(insight.sentiment().confidence()).isZero();
    }

    @Test
    void the_language_is_that_of_most_of_the_text() {
        var insight = of(
                answer(30, FRENCH, neutral(), Urgency.NONE),
                answer(40, Language.ENGLISH, neutral(), Urgency.NONE),
                answer(20, FRENCH, neutral(), Urgency.NONE),
                answer(900, Language.UNDETERMINED, neutral(), Urgency.NONE));

        assertThat(insight.language()).isEqualTo(FRENCH);
    }

    @Test
    void words_of_no_known_language_leave_it_open() {
        var insight = of(answer(30, Language.UNDETERMINED, neutral(), Urgency.NONE));

        assertThat(insight.language()).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void the_most_urgent_answer_makes_the_feedback_urgent() {
        var high = new Urgency(Urgency.Level.HIGH, Optional.of("fire"));
        var low = new Urgency(Urgency.Level.LOW, Optional.of("soon"));

        var insight = of(
                answer(9, FRENCH, neutral(), low),
                answer(9, FRENCH, neutral(), high),
                answer(9, FRENCH, neutral(), low));

        assertThat(insight.urgency()).isEqualTo(high);
    }

    @Test
    void each_answer_gets_its_most_telling_keywords_in() {
        var insight = of(
                answer(9, neutral(), "a", "b", "c", "d", "e"),
                answer(9, neutral(), "b", "x"),
                answer(9, neutral(), "p", "q", "r", "s", "t"));

        assertThat(insight.keywords())
                .extracting(Keyword::term)
                .containsExactly("a", "b", "p", "x", "q", "c", "r", "d", "s", "e");
    }
}

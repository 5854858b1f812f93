package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;

class SentimentModelTest {

    private static final int GOOD = SentimentFeatures.word("good");
    private static final int BAD = SentimentFeatures.word("bad");

    @Test
    void the_weights_of_the_features_decide_and_their_order_does_not() {
        SentimentModel model = model(1, new float[3]);

        assertThat(model.judge(new int[] {GOOD}).label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(model.judge(new int[] {BAD}).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(model.judge(new int[] {BAD, GOOD})).isEqualTo(model.judge(new int[] {GOOD, BAD}));
    }

    @Test
    void confidence_is_the_chance_of_the_label_and_score_that_of_good_less_that_of_bad() {
        Sentiment sentiment = model(1, new float[3]).judge(new int[] {GOOD});

        double all = Math.exp(-1) + 1 + Math.exp(2);
        assertThat(sentiment.confidence()).isCloseTo(Math.exp(2) / all, within(1e-6));
        assertThat(sentiment.score()).isCloseTo((Math.exp(2) - Math.exp(-1)) / all, within(1e-6));
    }

    @Test
    void a_higher_temperature_makes_it_less_sure() {
        double cool = model(1, new float[3]).judge(new int[] {GOOD}).confidence();
        double warm = model(2, new float[3]).judge(new int[] {GOOD}).confidence();

        assertThat(warm).isLessThan(cool);
        double all = Math.exp(-0.5) + 1 + Math.exp(1);
        assertThat(warm).isCloseTo(Math.exp(1) / all, within(1e-6));
    }

    @Test
    void unknown_features_calm_a_judgement() {
        SentimentModel model = model(1, new float[3]);

        Sentiment sentiment = model.judge(new int[] {GOOD, 1, 2, 3});

        double calm = Math.pow(4, -SentimentModel.CALM);
        double all = Math.exp(-calm) + 1 + Math.exp(2 * calm);
        assertThat(sentiment.confidence()).isCloseTo(Math.exp(2 * calm) / all, within(1e-6));
    }

    @Test
    void the_start_values_decide_where_no_feature_is_known() {
        Sentiment sentiment = model(1, new float[] {0, 3, 0}).judge(new int[0]);

        assertThat(sentiment.label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(sentiment.score()).isZero();
    }

    @Test
    void it_knows_its_features_only() {
        assertThat(model(1, new float[3]).knows(GOOD)).isTrue();
        assertThat(model(1, new float[3]).knows(7)).isFalse();
    }

    @Test
    void a_text_without_a_known_word_or_pictograph_is_not_assessed() {
        SentimentJudge judge = new SentimentJudge(SentimentReader.load("en"), model(1, new float[3]));

        assertThat(judge.judge(Tokenizer.tokenize("qwertz, 5"), List.of())).isEqualTo(Sentiment.NOT_ASSESSED);
        assertThat(judge.judge(List.of(), List.of())).isEqualTo(Sentiment.NOT_ASSESSED);
        assertThat(judge.judge(Tokenizer.tokenize("qwertz good"), List.of()).isAssessed())
                .isTrue();
        assertThat(judge.judge(Tokenizer.tokenize("👍"), List.of()).isAssessed())
                .isTrue();
    }

    @Test
    void features_are_distinct_and_sorted() {
        int[] features = features("The staff, the staff, the staff!", "");

        assertThat(features).isSorted().doesNotHaveDuplicates().contains(SentimentFeatures.word("staff"));
    }

    @Test
    void features_see_order_negation_contrast_signs_questions_and_numbers() {
        int[] plain = features("good staff", "");

        for (String other : new String[] {
            "staff good",
            "good staff!",
            "good staff?",
            "not good staff",
            "good but staff",
            "but good staff",
            "good staff 5",
            "good staff :)",
            "good staff 🚗",
            "good staff good",
            "really good staff",
            "good staff. bad food",
            "good"
        }) {
            assertThat(features(other, "")).as(other).isNotEqualTo(plain);
        }
        assertThat(features("good staff", "Why?")).isNotEqualTo(plain);
        assertThat(features("good staff", "What was good?")).isNotEqualTo(features("good staff", "Why?"));
        assertThat(features("good, staff a@b.c.", "")).isEqualTo(plain);
    }

    @Test
    void a_negator_reaches_three_words_of_its_clause() {
        int negated = onlyIn(features("not zorb", ""), features("zorb not", "")).length;

        assertThat(common("not a b zorb", "not zorb")).isGreaterThan(common("not a b c zorb", "not zorb"));
        assertThat(common("not, zorb", "not zorb")).isLessThan(features("not zorb", "").length);
        assertThat(negated).isPositive();
    }

    @Test
    void many_features_are_kept_all() {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 500; word++) {
            text.append("word")
                    .append((char) ('a' + word % 26))
                    .append((char) ('a' + word / 26))
                    .append(' ');
        }

        assertThat(features(text.toString(), "").length).isGreaterThan(1_000);
    }

    @Test
    void only_short_answers_meet_their_question_word_by_word() {
        int five = distanceByQuestion("one two three four five six");
        int six = distanceByQuestion("one two three four five six seven");

        assertThat(five).isGreaterThan(six);
    }

    @Test
    void parts_of_words_count_where_words_have_many_forms() {
        int[] indonesian = SentimentReader.load("id").features(Tokenizer.tokenize("bagusnya"), List.of());

        assertThat(indonesian.length).isGreaterThan(features("bagusnya", "").length);
    }

    /// A failure here means that the models have to be trained again, by the commands in docs/understanding.md.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "en| | The staff were very good but the food was not nice. I waited 3 hours! :( 👍| -1250297512",
                "en| What could we do better?| Nothing| 999272226",
                "en| What was good?| Not much, really| 1082594153",
                "en| Why?| Awful. Slightly better than the worst; terrible, horrible, bad| -1028949364",
                "en| | one two three four five six seven eight nine| 142627819",
                "id| | Barang bagus tapi pengiriman tidak cepat| -629142341",
                "ar| | المكان جميل لكن الأسعار مرتفعة| -1291956596"
            },
            delimiter = '|')
    void what_a_model_sees_never_changes_because_stored_models_depend_on_it(
            String language, @Nullable String question, String text, int sum) {
        List<Token> asked = Tokenizer.tokenize(question == null ? "" : question);

        int[] features = SentimentReader.load(language).features(Tokenizer.tokenize(text), asked);

        assertThat(Arrays.hashCode(features)).isEqualTo(sum);
    }

    private static int distanceByQuestion(String text) {
        return onlyIn(features(text, "Why?"), features(text, "")).length;
    }

    private static long common(String first, String second) {
        int[] others = features(second, "");
        return Arrays.stream(features(first, ""))
                .filter(feature -> Arrays.binarySearch(others, feature) >= 0)
                .count();
    }

    private static int[] onlyIn(int[] features, int[] others) {
        return Arrays.stream(features)
                .filter(feature -> Arrays.binarySearch(others, feature) < 0)
                .toArray();
    }

    private static int[] features(String text, String question) {
        return SentimentReader.load("en").features(Tokenizer.tokenize(text), Tokenizer.tokenize(question));
    }

    /// "good" adds −1, 0 and 2 to the tones, and "bad" 3, 0 and −2.
    private static SentimentModel model(float temperature, float[] start) {
        ByteBuffer file = ByteBuffer.allocate(100);
        file.putInt(2).putFloat(0.5f).putFloat(temperature);
        for (float value : start) {
            file.putFloat(value);
        }
        file.putInt(GOOD).putInt(BAD);
        file.put(new byte[] {-2, 0, 4, 6, 0, -4});
        return SentimentModel.read(file.flip());
    }
}

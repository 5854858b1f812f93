package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.understand.testing.EmbedderContract;

final class BuiltInEmbedderTest implements EmbedderContract {

    @Override
    public Embedder embedder() {
        return new BuiltInEmbedder();
    }

    private double similarity(String one, String other) {
        List<float[]> vectors = embedder().embed(List.of(one, other));
        double dot = 0;
        for (int i = 0; i < vectors.getFirst().length; i++) {
            dot += vectors.getFirst()[i] * vectors.getLast()[i];
        }
        return dot;
    }

    @Test
    void the_same_words_are_the_same_in_any_case_order_and_punctuation() {
        assertThat(similarity("Friendly, helpful STAFF!", "staff: helpful friendly"))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void words_of_the_same_stem_are_near() {
        assertThat(similarity("appointment", "appointments")).isGreaterThan(0.6);
        assertThat(similarity("appointment", "receptionist")).isLessThan(0.3);
    }

    @Test
    void long_words_say_more_than_short_ones() {
        double sharingLong = similarity("we had an appointment", "it was my appointment");
        double sharingShort = similarity("we had an appointment", "we had an apple");

        assertThat(sharingLong).isGreaterThan(sharingShort);
    }

    @Test
    void words_of_two_letters_and_digits_count_as_well() {
        assertThat(similarity("上海", "上海")).isCloseTo(1, within(1e-5));
        assertThat(similarity("a", "a")).isZero();
        assertThat(similarity("at 9000", "at 9000")).isCloseTo(1, within(1e-5));
    }

    @Test
    void vectors_stay_comparable_from_version_to_version() {
        float[] vector = embedder().embed(List.of("waiting")).getFirst();

        Map<Integer, Float> features = new TreeMap<>();
        for (int dimension = 0; dimension < vector.length; dimension++) {
            if (vector[dimension] != 0) {
                features.put(dimension, vector[dimension]);
            }
        }
        float word = (float) Math.sqrt(0.5);
        float gram = word / 2;
        assertThat(features).isEqualTo(Map.of(95, -word, 30, -gram, 36, -gram, 116, gram, 207, -gram));
    }

    @Test
    void the_last_word_counts_like_the_first() {
        assertThat(similarity("parking", "easy parking")).isGreaterThan(0.6);
        assertThat(similarity("parking", "parking easy"))
                .isCloseTo(similarity("parking", "easy parking"), within(1e-5));
    }
}

package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.understand.Embedder;

/// What every [Embedder] promises.
public interface EmbedderContract {

    Embedder embedder();

    @Test
    default void gives_each_text_a_vector_of_length_one_in_order() {
        List<float[]> vectors = embedder().embed(List.of("The waiting time was long", "Friendly staff"));

        assertThat(vectors).hasSize(2).allSatisfy(vector -> {
            assertThat(vector).hasSize(embedder().dimensions());
            assertThat(similarity(vector, vector)).isCloseTo(1, within(1e-5));
        });
        assertThat(vectors.getFirst()).isEqualTo(embed("The waiting time was long"));
    }

    @Test
    default void gives_the_same_text_the_same_vector() {
        assertThat(embed("Parking was easy")).isEqualTo(embed("Parking was easy"));
    }

    @Test
    default void places_texts_of_similar_meaning_nearer_than_others() {
        float[] wait = embed("The waiting time was far too long");

        assertThat(similarity(wait, embed("I had a very long waiting time")))
                .isGreaterThan(similarity(wait, embed("Friendly receptionist")) + 0.2);
    }

    @Test
    default void gives_a_text_without_words_the_zero_vector() {
        assertThat(embed("")).containsOnly(0);
        assertThat(embed("?! …")).containsOnly(0);
    }

    @Test
    default void has_nothing_to_do_for_no_text() {
        assertThat(embedder().embed(List.of())).isEmpty();
    }

    private float[] embed(String text) {
        return embedder().embed(List.of(text)).getFirst();
    }

    private static double similarity(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }
}

package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Urgency;
import org.luaplatform.domain.understand.Urgency.Level;

class UrgencyDetectorTest {

    @ParameterizedTest
    @CsvSource({
        "en, 'The stairs are unsafe', unsafe",
        "en, 'I had an Allergic  Reaction to the sauce', 'Allergic  Reaction'",
        "en, 'Give me my money or you hear from my lawyer', lawyer",
        "en, 'Please cancel my subscription today', cancel my subscription",
        "en, 'The update deleted my data', deleted my data",
        "en, 'I feel suicidal', suicidal",
        "en, 'I did not feel well. Bleeding started', Bleeding",
        "id, 'Colokannya meledak dan berbahaya', meledak",
        "id, 'saya akan lapor polisi', lapor polisi",
        "ar, 'المكان خطير على الأطفال', خطير"
    })
    void alarms_are_high_and_quote_their_words(String language, String text, String because) {
        assertThat(negative(language, text)).isEqualTo(new Urgency(Level.HIGH, Optional.of(because)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'I am still waiting for an answer', still waiting",
        "en, 'Third time that I ask', Third time",
        "en, 'There was no refund', refund",
        "id, 'Sudah dichat tapi tidak dibalas', tidak dibalas",
        "ar, 'لا أحد يرد على الهاتف', لا أحد يرد"
    })
    void complaints_that_go_on_are_low(String language, String text, String because) {
        assertThat(negative(language, text)).isEqualTo(new Urgency(Level.LOW, Optional.of(because)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was not unsafe",
                "There was never any bleeding",
                "No allergic reaction",
                "The food was cold",
                ""
            })
    void what_is_denied_or_harmless_is_none(String text) {
        assertThat(negative("en", text)).isEqualTo(Urgency.NONE);
    }

    @Test
    void a_negator_reaches_three_words_and_no_other_clause() {
        assertThat(negative("en", "not one two unsafe").level()).isEqualTo(Level.NONE);
        assertThat(negative("en", "not one two three unsafe").level()).isEqualTo(Level.HIGH);
        assertThat(negative("en", "no, unsafe").level()).isEqualTo(Level.HIGH);
    }

    @Test
    void the_greatest_alarm_wins_and_of_equal_ones_the_first() {
        assertThat(negative("en", "Still waiting, and the ward is unsafe and dangerous")
                        .because())
                .contains("unsafe");
        assertThat(negative("en", "Still waiting, again and again").because()).contains("Still waiting");
    }

    @Test
    void a_phrase_has_to_be_there_whole_and_in_one_clause() {
        assertThat(negative("en", "cancel my").level()).isEqualTo(Level.NONE);
        assertThat(negative("en", "cancel my, subscription").level()).isEqualTo(Level.NONE);
    }

    @Test
    void alarming_words_in_praise_are_no_alarm_but_talk_of_harming_oneself_deserves_a_look() {
        assertThat(urgency("I was bleeding and they saved me", SentimentLabel.POSITIVE)
                        .level())
                .isEqualTo(Level.NONE);
        assertThat(urgency("I was suicidal and they saved me", SentimentLabel.POSITIVE)
                        .level())
                .isEqualTo(Level.LOW);
        assertThat(urgency("They sent my lawyer a lovely card", SentimentLabel.POSITIVE)
                        .level())
                .isEqualTo(Level.NONE);
    }

    @Test
    void pressing_words_press_only_in_complaints() {
        assertThat(urgency("They came asap", SentimentLabel.POSITIVE).level()).isEqualTo(Level.NONE);
        assertThat(urgency("They came asap", SentimentLabel.NEUTRAL).level()).isEqualTo(Level.NONE);
        assertThat(urgency("They came asap", SentimentLabel.NOT_ASSESSED).level())
                .isEqualTo(Level.LOW);
        assertThat(urgency("It is unsafe", SentimentLabel.NEUTRAL).level()).isEqualTo(Level.HIGH);
    }

    private static Urgency negative(String language, String text) {
        return UrgencyDetector.load(language, Grammar.load(language))
                .urgency(text, Tokenizer.tokenize(text), SentimentLabel.NEGATIVE);
    }

    private static Urgency urgency(String text, SentimentLabel sentiment) {
        return UrgencyDetector.load("en", Grammar.load("en")).urgency(text, Tokenizer.tokenize(text), sentiment);
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.FieldKey;

class SearchWordsTest {

    @Test
    void words_are_runs_of_letters_and_digits_in_lower_case() {
        assertThat(SearchWords.of("The queue (2026): don't-ask_me!"))
                .containsExactly("2026", "ask", "don", "me", "queue", "t", "the");
    }

    @Test
    void words_have_no_accents_however_those_were_typed() {
        assertThat(SearchWords.of("Café"))
                .isEqualTo(SearchWords.of("Cafe\u0301"))
                .containsExactly("cafe");
        assertThat(SearchWords.of("İstanbul Ångström")).containsExactly("angstrom", "istanbul");
    }

    @Test
    void a_word_that_is_more_than_accents_keeps_its_letters() {
        assertThat(SearchWords.of("Straße 한국어 Ærø")).containsExactly("straße", "ærø", "한국어");
    }

    @Test
    void typographic_marks_are_no_letters_in_plain_texts_and_in_others() {
        assertThat(SearchWords.of("don’t – “really”")).containsExactly("don", "really", "t");
        assertThat(SearchWords.of("né – “réel” 3½ x😀𝒜z")).containsExactly("3½", "ne", "reel", "x", "𝒜z");
    }

    @Test
    void a_word_stands_there_once() {
        assertThat(SearchWords.of("queue Queue QUEUE")).containsExactly("queue");
    }

    @Test
    void where_no_letter_or_digit_is_there_is_no_word() {
        assertThat(SearchWords.of("")).isEmpty();
        assertThat(SearchWords.of(" … 😀 \u0301 \u0000\uD83D")).isEmpty();
    }

    @Test
    void of_an_endless_word_the_beginning_counts() {
        assertThat(SearchWords.of("x".repeat(65))).containsExactly("x".repeat(64));
        assertThat(SearchWords.of("x".repeat(64))).containsExactly("x".repeat(64));
    }

    @Test
    void taking_words_apart_again_changes_nothing() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            String text =
                    random.ints(60, 0, 0x3000).mapToObj(Character::toString).collect(Collectors.joining());
            var words = SearchWords.of(text);

            assertThat(SearchWords.of(String.join(" ", words))).isEqualTo(words);
        }
    }

    @Test
    void the_words_of_answers_are_those_that_the_respondent_wrote() {
        Map<FieldKey, Answer> answers = new LinkedHashMap<>();
        answers.put(new FieldKey("why"), new Answer.Text("Long queues"));
        answers.put(new FieldKey("name"), new Answer.Text("Ada"));
        answers.put(new FieldKey("where"), new Answer.Choice(List.of(new FieldKey("north")), Optional.of("the roof")));
        answers.put(new FieldKey("mail"), new Answer.Email("ada@example.org"));

        assertThat(SearchWords.of(new Answers(answers))).containsExactly("ada", "long", "queues", "roof", "the");
    }

    @Test
    void every_wanted_word_must_begin_one() {
        var words = SearchWords.of("long queues");

        assertThat(SearchWords.areFound(SearchWords.of("qu lon"), words)).isTrue();
        assertThat(SearchWords.areFound(SearchWords.of("queues"), words)).isTrue();
        assertThat(SearchWords.areFound(SearchWords.of("qu short"), words)).isFalse();
        assertThat(SearchWords.areFound(SearchWords.of("queuesx"), words)).isFalse();
        assertThat(SearchWords.areFound(SearchWords.of("zz"), words)).isFalse();
        assertThat(SearchWords.areFound(SearchWords.of(""), words)).isTrue();
    }
}

package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.text.Token.Kind.CLAUSE;
import static org.luaplatform.domain.understand.text.Token.Kind.EMOJI;
import static org.luaplatform.domain.understand.text.Token.Kind.NUMBER;
import static org.luaplatform.domain.understand.text.Token.Kind.PRIVATE;
import static org.luaplatform.domain.understand.text.Token.Kind.SENTENCE;
import static org.luaplatform.domain.understand.text.Token.Kind.WORD;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void words_are_lower_case_and_know_where_they_stood() {
        assertThat(Tokenizer.tokenize("The Staff"))
                .containsExactly(new Token("the", 0, 3, WORD), new Token("staff", 4, 9, WORD));
    }

    @Test
    void an_apostrophe_belongs_to_its_word_in_whatever_form_it_is_typed() {
        assertThat(words("don't don’t don`t donʼt don‘t 'quoted'"))
                .containsExactly("don't", "don't", "don't", "don't", "don't", "quoted");
    }

    @Test
    void an_apostrophe_at_the_end_of_the_text_is_left_out() {
        assertThat(Tokenizer.tokenize("patients'")).containsExactly(new Token("patients", 0, 8, WORD));
    }

    @Test
    void a_sentence_ends_by_its_mark_or_its_line() {
        assertThat(kinds("Good. Bad! Why? So…\nOn"))
                .containsExactly(WORD, SENTENCE, WORD, SENTENCE, WORD, SENTENCE, WORD, SENTENCE, SENTENCE, WORD);
    }

    @Test
    void a_full_stop_inside_a_name_ends_a_clause_and_no_sentence() {
        assertThat(kinds("example.com")).containsExactly(WORD, CLAUSE, WORD);
    }

    @Test
    void a_full_stop_after_an_abbreviated_title_ends_nothing() {
        assertThat(kinds("Dr. Smith")).containsExactly(WORD, WORD);
        assertThat(kinds(".")).containsExactly(SENTENCE);
    }

    @Test
    void commas_brackets_and_dashes_end_clauses() {
        assertThat(kinds("a, (b) – c « d » ؛"))
                .containsExactly(WORD, CLAUSE, CLAUSE, WORD, CLAUSE, CLAUSE, WORD, CLAUSE, WORD, CLAUSE, CLAUSE);
    }

    @Test
    void a_hyphen_parts_two_words_without_ending_anything() {
        assertThat(words("follow-up")).containsExactly("follow", "up");
    }

    @Test
    void a_number_with_its_points_is_one_piece_without_content() {
        assertThat(Tokenizer.tokenize("10:30")).containsExactly(new Token("", 0, 5, NUMBER));
        assertThat(kinds("3.5 1,000 7")).containsExactly(NUMBER, NUMBER, NUMBER);
        assertThat(kinds("3. 5")).containsExactly(NUMBER, SENTENCE, NUMBER);
        assertThat(kinds("3.")).containsExactly(NUMBER, SENTENCE);
        assertThat(kinds("7'x")).containsExactly(NUMBER, WORD);
    }

    @Test
    void letters_with_few_digits_are_a_word_and_with_many_a_reference() {
        assertThat(kinds("covid19 b12 ab123 AB123456C")).containsExactly(WORD, WORD, NUMBER, NUMBER);
    }

    @Test
    void letters_are_not_repeated_more_than_twice() {
        assertThat(words("sooooo goood aaa 111")).containsExactly("soo", "good", "aa", "");
    }

    @Test
    void accents_typed_apart_are_composed() {
        assertThat(words("cafe\u0301 cafés")).containsExactly("café", "cafés");
    }

    @Test
    void marks_that_a_letter_has_to_have_are_kept() {
        assertThat(words("हिन्दी")).containsExactly("हिन्दी");
    }

    @Test
    void arabic_is_read_without_vowel_signs_and_stretching_and_in_one_spelling() {
        assertThat(words("مُمتازة الأسعار إلى ممـــتاز")).containsExactly("ممتازه", "الاسعار", "الي", "ممتاز");
    }

    @Test
    void invisible_characters_inside_a_word_are_overlooked() {
        assertThat(words("st\u200Ba\u00ADff \u202Ewrong\u202C")).containsExactly("staff", "wrong");
    }

    @Test
    void japanese_words_part_where_the_script_changes() {
        assertThat(words("東京タワーはすごい")).containsExactly("東京", "タワー", "はすごい");
    }

    @Test
    void a_word_is_cut_at_the_length_that_nobody_writes() {
        List<Token> tokens = Tokenizer.tokenize("ab".repeat(100));

        assertThat(tokens).singleElement().satisfies(token -> {
            assertThat(token.word()).hasSize(Tokenizer.LONGEST_WORD);
            assertThat(token.end()).isEqualTo(200);
        });
    }

    @Test
    void pictographs_and_emoticons_are_pieces_of_their_own() {
        assertThat(Tokenizer.tokenize("ok 👍🏽:)"))
                .containsExactly(
                        new Token("ok", 0, 2, WORD), new Token("👍", 3, 5, EMOJI), new Token(":)", 7, 9, EMOJI));
        assertThat(words("☺ ❤️ ⭐")).containsExactly("☺", "❤", "⭐");
    }

    @Test
    void addresses_are_private_whole() {
        assertThat(Tokenizer.tokenize("mail jo.b+x@ex-a.org now"))
                .containsExactly(
                        new Token("mail", 0, 4, WORD), new Token("", 5, 20, PRIVATE), new Token("now", 21, 24, WORD));
        assertThat(kinds("see https://a.b/c?d=e and www.x.y")).containsExactly(WORD, PRIVATE, WORD, PRIVATE);
        assertThat(kinds("@handle @ x")).containsExactly(PRIVATE, WORD);
    }

    @Test
    void several_addresses_are_found_in_the_order_of_the_text() {
        assertThat(kinds("www.x.y mail a@b.c or http://u@v.w/z end"))
                .containsExactly(PRIVATE, WORD, PRIVATE, WORD, PRIVATE, WORD);
    }

    @Test
    void half_characters_and_signs_are_passed_over() {
        assertThat(words("a \uD83D b \uDE00 & % c")).containsExactly("a", "b", "c");
    }

    @Test
    void an_empty_text_has_no_pieces() {
        assertThat(Tokenizer.tokenize("")).isEmpty();
    }

    @Test
    void tokens_say_what_they_are() {
        List<Token> tokens = Tokenizer.tokenize("a, 1.");

        assertThat(tokens).extracting(Token::isWord).containsExactly(true, false, false, false);
        assertThat(tokens).extracting(Token::isBoundary).containsExactly(false, true, false, true);
    }

    private static List<String> words(String text) {
        return Tokenizer.tokenize(text).stream()
                .filter(token -> token.kind() != SENTENCE && token.kind() != CLAUSE)
                .map(Token::word)
                .toList();
    }

    private static List<Token.Kind> kinds(String text) {
        return Tokenizer.tokenize(text).stream().map(Token::kind).toList();
    }
}

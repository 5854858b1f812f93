package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Grammar GRAMMAR =
            new Grammar(Set.of("not"), Set.of("but"), Set.of("very"), Set.of("bit"), Set.of("improve"), Set.of("like"));
    private static final Polarity POLARITY = polarity("# A comment\ngood 20\ngreat 30\nbad -25\nawful -40\n");

    @Test
    void good_and_bad_words_add_up_apart() {
        Balance balance = balance("good great bad word");

        assertThat(balance.good()).isCloseTo(5, EXACTLY);
        assertThat(balance.bad()).isCloseTo(-2.5, EXACTLY);
        assertThat(balance.goodWords()).isEqualTo(2);
        assertThat(balance.badWords()).isEqualTo(1);
        assertThat(balance.best()).isCloseTo(3, EXACTLY);
        assertThat(balance.worst()).isCloseTo(-2.5, EXACTLY);
    }

    @Test
    void a_negator_turns_the_next_four_words_unless_the_clause_ends() {
        assertThat(balance("not good").bad()).isCloseTo(-1.48, EXACTLY);
        assertThat(balance("not a b c good").bad()).isCloseTo(-1.48, EXACTLY);
        assertThat(balance("not a b c d good").good()).isCloseTo(2, EXACTLY);
        assertThat(balance("not, good").good()).isCloseTo(2, EXACTLY);
        assertThat(balance("not. good").good()).isCloseTo(2, EXACTLY);
        assertThat(balance("not but good").good()).isCloseTo(2, EXACTLY);
        assertThat(balance("not bad").good()).isCloseTo(1.85, EXACTLY);
    }

    @Test
    void emphasis_makes_the_next_word_stronger_or_weaker() {
        assertThat(balance("very good").good()).isCloseTo(2.6, EXACTLY);
        assertThat(balance("bit good").good()).isCloseTo(1.4, EXACTLY);
        assertThat(balance("very word good").good()).isCloseTo(2, EXACTLY);
    }

    @Test
    void pictographs_count_as_words_do() {
        assertThat(balance("👍").good()).isCloseTo(2, EXACTLY);
        assertThat(balance("👎").bad()).isCloseTo(-2, EXACTLY);
        assertThat(balance("🚗")).isEqualTo(balance(""));
    }

    @Test
    void the_first_and_the_last_sentence_with_a_judgement_are_known() {
        Balance balance = balance("Word. Good. Great. Bad. Word.");

        assertThat(balance.firstSentence()).isCloseTo(2, EXACTLY);
        assertThat(balance.lastSentence()).isCloseTo(-2.5, EXACTLY);
    }

    @Test
    void a_contrast_begins_a_new_sentence() {
        Balance balance = balance("good but awful");

        assertThat(balance.firstSentence()).isCloseTo(2, EXACTLY);
        assertThat(balance.lastSentence()).isCloseTo(-4, EXACTLY);
    }

    @Test
    void numbers_and_addresses_change_nothing() {
        assertThat(balance("not 5 a@b.c good").bad()).isCloseTo(-1.48, EXACTLY);
    }

    @Test
    void a_plural_has_the_worth_of_its_singular_and_unknown_words_have_none() {
        assertThat(POLARITY.of("goods")).isCloseTo(2, EXACTLY);
        assertThat(POLARITY.of("unknown")).isZero();
        assertThat(polarity("ab 10\n").of("abs")).isZero();
        assertThat(Polarity.NONE.of("good")).isZero();
    }

    @Test
    void the_shipped_lexicon_knows_good_from_bad() {
        Polarity english = Polarity.load("en");

        assertThat(english.of("excellent")).isGreaterThan(2);
        assertThat(english.of("horrible")).isLessThan(-2);
        assertThat(english.of("patient")).isZero();
    }

    @Test
    void questions_are_told_by_what_they_ask_for() {
        assertThat(kind("")).isEqualTo(QuestionKind.NONE);
        assertThat(kind("Why?")).isEqualTo(QuestionKind.OPEN);
        assertThat(kind("What can we improve?")).isEqualTo(QuestionKind.IMPROVEMENT);
        assertThat(kind("What did you like?")).isEqualTo(QuestionKind.PRAISE);
        assertThat(kind("What did you like, what shall we improve?")).isEqualTo(QuestionKind.OPEN);
    }

    @Test
    void short_forms_negate() {
        assertThat(GRAMMAR.negates("not")).isTrue();
        assertThat(GRAMMAR.negates("didn't")).isTrue();
        assertThat(GRAMMAR.negates("did")).isFalse();
    }

    @Test
    void each_language_has_its_grammar() {
        assertThat(Grammar.load("id").negates("tidak")).isTrue();
        assertThat(Grammar.load("ar").negates("لا")).isTrue();
        assertThat(Grammar.load("en").contrasts()).contains("but");
        assertThat(Grammar.load("en").boosters()).contains("very");
        assertThat(Grammar.load("en").dampers()).contains("slightly");
    }

    private static Polarity polarity(String lines) {
        return Polarity.of(lines.getBytes(StandardCharsets.US_ASCII));
    }

    private static QuestionKind kind(String question) {
        return GRAMMAR.kindOf(Tokenizer.tokenize(question));
    }

    private static Balance balance(String text) {
        return Balance.of(Tokenizer.tokenize(text), GRAMMAR, POLARITY);
    }
}

package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;

class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "FORM, IS, form1",
        "CHANNEL, IS_NOT, widget",
        "LANGUAGE, IS, pt-BR",
        "SENTIMENT, IS, notAssessed",
        "SENTIMENT, IS_NOT, positive",
        "SENTIMENT_SCORE, AT_LEAST, -1",
        "SENTIMENT_SCORE, AT_MOST, 1",
        "SCORE, AT_LEAST, 0",
        "SCORE, AT_MOST, 100",
        "URGENCY, IS, none",
        "URGENCY, IS, low",
        "KEYWORD, IS, waiting time",
        "THEME, IS_NOT, theme1"
    })
    void makes_sense(Subject subject, Comparison comparison, String value) {
        assertThat(new Condition(subject, comparison, List.of(value)).values()).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, IS, Form 1, must be the id of a form",
        "CHANNEL, IS, Our Widget, must be the name of a channel",
        "LANGUAGE, IS, english!, must be a BCP 47 language tag such as en or pt-BR",
        "SENTIMENT, IS, angry, 'must be positive, neutral, negative or notAssessed'",
        "SENTIMENT_SCORE, AT_MOST, 1.1, must be a number between -1 and 1",
        "SENTIMENT_SCORE, AT_MOST, -1.1, must be a number between -1 and 1",
        "SENTIMENT_SCORE, AT_MOST, NaN, must be a number between -1 and 1",
        "SENTIMENT_SCORE, AT_MOST, low, must be a number between -1 and 1",
        "SCORE, AT_LEAST, 101, must be a number between 0 and 100",
        "SCORE, AT_LEAST, -1, must be a number between 0 and 100",
        "URGENCY, IS, urgent, 'must be none, low or high'",
        "KEYWORD, IS, ' ', must be a word or phrase",
        "THEME, IS, Theme 1, must be the id of a theme"
    })
    void a_value_that_its_subject_never_has_is_refused(
            Subject subject, Comparison comparison, String value, String message) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Condition(subject, comparison, List.of(value)))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly("/value " + message));
    }

    @ParameterizedTest
    @CsvSource({"SENTIMENT, AT_LEAST, negative, /op must be is or isNot", "SCORE, IS, 50, /op must be atLeast or atMost"
    })
    void a_comparison_that_its_subject_does_not_know_is_refused(
            Subject subject, Comparison comparison, String value, String violation) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Condition(subject, comparison, List.of(value)))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly(violation));
    }

    @Test
    void there_are_1_to_100_values() {
        List<String> hundred = Collections.nCopies(100, "widget");
        List<String> more = Collections.nCopies(101, "widget");

        assertThat(new Condition(Subject.CHANNEL, Comparison.IS, hundred).values())
                .hasSize(100);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> new Condition(Subject.CHANNEL, Comparison.IS, more));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Condition(Subject.CHANNEL, Comparison.IS, List.of()));
    }

    @Test
    void a_bound_is_a_single_value() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Condition(Subject.SCORE, Comparison.AT_MOST, List.of("1", "2")))
                .withMessageContaining("must be a single value");
    }

    @Test
    void a_value_has_at_most_200_characters() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Condition(Subject.KEYWORD, Comparison.IS, List.of("x".repeat(201))))
                .withMessageContaining("must have at most 200 characters each");
        assertThat(new Condition(Subject.KEYWORD, Comparison.IS, List.of("x".repeat(200))).values())
                .hasSize(1);
    }
}

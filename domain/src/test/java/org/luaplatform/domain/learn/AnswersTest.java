package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final FieldKey A = new FieldKey("a");
    private static final FieldKey B = new FieldKey("b");

    @Test
    void every_answer_has_plain_values_for_conditions() {
        assertThat(new Answer.Text("Long queues").values()).containsExactly("Long queues");
        assertThat(new Answer.Email("a@b").values()).containsExactly("a@b");
        assertThat(new Answer.Choice(List.of(B, A), Optional.empty()).values()).containsExactly("b", "a");
        assertThat(new Answer.Choice(List.of(A), Optional.of("roof")).values()).containsExactly("a", "roof");
        assertThat(new Answer.YesNo(true).values()).containsExactly("true");
        assertThat(new Answer.YesNo(false).values()).containsExactly("false");
        assertThat(new Answer.Date(LocalDate.of(2026, 3, 2)).values()).containsExactly("2026-03-02");
        assertThat(new Answer.Score(new Scale.Nps(), 9).values()).containsExactly("9");
    }

    @Test
    void equal_numbers_are_equal_answers_however_they_were_written() {
        for (String written : List.of("300", "300.0", "3e2", "3.00e2", "0.3E+3")) {
            assertThat(number(written)).isEqualTo(number("300"));
            assertThat(number(written).values()).containsExactly("300");
        }
        assertThat(number("-0.50").values()).containsExactly("-0.5");
        assertThat(number("0.000")).isEqualTo(number("0"));
        assertThat(number("1e-7").values()).containsExactly("0.0000001");
    }

    private static Answer.Numeric number(String written) {
        return new Answer.Numeric(new BigDecimal(written));
    }

    @Test
    void answers_are_found_by_field_and_keep_their_order() {
        Map<FieldKey, Answer> given = new LinkedHashMap<>();
        given.put(B, new Answer.YesNo(true));
        given.put(A, new Answer.YesNo(false));
        var answers = new Answers(given);
        given.clear();

        assertThat(answers.byField().keySet()).containsExactly(B, A);
        assertThat(answers.find(A)).contains(new Answer.YesNo(false));
        assertThat(answers.find(new FieldKey("c"))).isEmpty();
        assertThat(answers.byField()).isUnmodifiable();
    }

    @Test
    void satisfaction_is_the_first_answer_on_a_scale() {
        Map<FieldKey, Answer> given = new LinkedHashMap<>();
        given.put(new FieldKey("age"), number("7"));
        given.put(B, new Answer.Score(new Scale.Rating(5), 2));
        given.put(A, new Answer.Score(new Scale.Nps(), 10));

        assertThat(new Answers(given).satisfaction()).contains(new Satisfaction(25));
        assertThat(new Answers(Map.of(A, number("7"))).satisfaction()).isEmpty();
    }

    @Test
    void words_are_what_the_respondent_wrote() {
        Map<FieldKey, Answer> given = new LinkedHashMap<>();
        given.put(new FieldKey("text"), new Answer.Text("Long queues"));
        given.put(new FieldKey("other"), new Answer.Choice(List.of(A), Optional.of("roof")));
        given.put(new FieldKey("choice"), new Answer.Choice(List.of(A), Optional.empty()));
        given.put(new FieldKey("mail"), new Answer.Email("a@b"));
        given.put(new FieldKey("yes"), new Answer.YesNo(true));
        given.put(new FieldKey("number"), number("7"));
        given.put(new FieldKey("date"), new Answer.Date(LocalDate.of(2026, 3, 2)));
        given.put(new FieldKey("score"), new Answer.Score(new Scale.Nps(), 9));

        assertThat(new Answers(given).words())
                .containsExactly(
                        Map.entry(new FieldKey("text"), "Long queues"), Map.entry(new FieldKey("other"), "roof"))
                .isUnmodifiable();
    }
}

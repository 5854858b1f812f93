package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.options;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Questions, their types, and the bounds of both.
class FieldTest {

    @Test
    void a_key_is_a_letter_and_up_to_63_more() {
        assertThat(new FieldKey("a")).hasToString("a");
        assertThat(new FieldKey("Score_2-b" + "x".repeat(55)).value()).hasSize(64);
        for (String other : List.of("", "1a", "_a", "a b", "a.b", "é", "a".repeat(65), "a\n")) {
            assertThat(violations(() -> new FieldKey(other)))
                    .as(other)
                    .containsExactly(
                            "/ must be a letter followed by at most 63 letters, digits, underscores or hyphens");
        }
    }

    @Test
    void keys_sort_as_they_read() {
        assertThat(List.of(new FieldKey("b"), new FieldKey("a"), new FieldKey("B")).stream()
                        .sorted())
                .containsExactly(new FieldKey("B"), new FieldKey("a"), new FieldKey("b"));
    }

    @Test
    void a_question_has_words_of_bounded_length() {
        assertThat(field("x".repeat(500), Optional.of("x".repeat(1_000))).label())
                .hasSize(500);
        assertThat(field(" Why? ", Optional.of(" Tell us ")).label()).isEqualTo("Why?");
        assertThat(field(" Why? ", Optional.of(" Tell us ")).help()).contains("Tell us");
        assertThat(violations(() -> field(" ", Optional.of(" "))))
                .containsExactly("/label must not be blank", "/help must not be blank");
        assertThat(violations(() -> field("x".repeat(501), Optional.of("x".repeat(1_001)))))
                .containsExactly("/label must have at most 500 characters", "/help must have at most 1000 characters");
    }

    @Test
    void an_option_has_a_label_of_bounded_length() {
        assertThat(new Option(new FieldKey("a"), " North ").label()).isEqualTo("North");
        assertThat(new Option(new FieldKey("a"), "x".repeat(500)).label()).hasSize(500);
        assertThat(violations(() -> new Option(new FieldKey("a"), "x".repeat(501))))
                .containsExactly("/label must have at most 500 characters");
    }

    @Test
    void a_short_text_has_1_to_1000_characters() {
        assertThat(new FieldType.ShortText(1).maxLength()).isEqualTo(1);
        assertThat(new FieldType.ShortText(1_000).maxLength()).isEqualTo(1_000);
        for (int length : new int[] {0, 1_001}) {
            assertThat(violations(() -> new FieldType.ShortText(length)))
                    .containsExactly("/maxLength must be between 1 and 1000");
        }
    }

    @Test
    void a_long_text_has_1_to_20000_characters() {
        assertThat(new FieldType.LongText(1).maxLength()).isEqualTo(1);
        assertThat(new FieldType.LongText(20_000).maxLength()).isEqualTo(20_000);
        for (int length : new int[] {0, 20_001}) {
            assertThat(violations(() -> new FieldType.LongText(length)))
                    .containsExactly("/maxLength must be between 1 and 20000");
        }
    }

    @Test
    void a_choice_has_1_to_200_options_with_keys_of_their_own() {
        assertThat(new FieldType.SingleChoice(many(200), false).options()).hasSize(200);
        assertThat(violations(() -> new FieldType.SingleChoice(List.of(), true)))
                .containsExactly("/options must have between 1 and 200 options");
        assertThat(violations(() -> new FieldType.SingleChoice(many(201), false)))
                .containsExactly("/options must have between 1 and 200 options");
        assertThat(violations(() -> new FieldType.MultipleChoice(options("a", "b", "a"), false, 0, 1)))
                .containsExactly("/options/2/key is already used by another option");
    }

    @Test
    void a_multiple_choice_has_bounds_that_its_options_can_meet() {
        assertThat(new FieldType.MultipleChoice(options("a", "b"), false, 0, 1).atMost())
                .isEqualTo(1);
        assertThat(new FieldType.MultipleChoice(options("a", "b"), false, 2, 2).atLeast())
                .isEqualTo(2);
        assertThat(new FieldType.MultipleChoice(options("a", "b"), true, 3, 3).atLeast())
                .isEqualTo(3);
        String atLeast = "/atLeast must be between 0 and the number of options";
        String atMost = "/atMost must be between atLeast and the number of options";
        assertThat(multiple(false, -1, 1)).containsExactly(atLeast);
        assertThat(multiple(false, 3, 3)).containsExactly(atLeast, atMost);
        assertThat(multiple(false, 0, 0)).containsExactly(atMost);
        assertThat(multiple(false, 2, 1)).containsExactly(atMost);
        assertThat(multiple(false, 1, 3)).containsExactly(atMost);
        assertThat(multiple(true, 4, 4)).containsExactly(atLeast, atMost);
    }

    private static List<String> multiple(boolean other, int atLeast, int atMost) {
        return violations(() -> new FieldType.MultipleChoice(options("a", "b"), other, atLeast, atMost));
    }

    @Test
    void a_number_has_bounds_in_order() {
        assertThat(violations(() -> number("1", "1.00"))).isEmpty();
        assertThat(violations(() -> number("1.01", "1"))).containsExactly("/max must not be less than min");
    }

    @Test
    void a_number_has_bounds_that_can_be_written_out() {
        String longest = "1".repeat(40);

        assertThat(violations(() -> number("-1e40", "1e40"))).isEmpty();
        assertThat(violations(() -> number("1e-40", longest))).isEmpty();
        assertThat(violations(() -> number("-1e999999999", "1e41")))
                .containsExactly("/min must have at most 40 digits", "/max must have at most 40 digits");
        assertThat(violations(() -> number("1e-41", longest + "1")))
                .containsExactly("/min must have at most 40 digits", "/max must have at most 40 digits");
    }

    private static FieldType number(String min, String max) {
        return new FieldType.Numeric(Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)), false);
    }

    @Test
    void a_date_has_bounds_in_order() {
        var day = LocalDate.of(2026, 3, 2);

        assertThat(violations(() -> new FieldType.Date(Optional.of(day), Optional.of(day))))
                .isEmpty();
        assertThat(violations(() -> new FieldType.Date(Optional.of(day.plusDays(1)), Optional.of(day))))
                .containsExactly("/max must not be before min");
    }

    @Test
    void a_condition_names_1_to_200_values() {
        assertThat(new Visibility(new FieldKey("a"), texts(200)).in())
                .hasSize(200)
                .isUnmodifiable();
        assertThat(violations(() -> new Visibility(new FieldKey("a"), Set.of())))
                .containsExactly("/in must have between 1 and 200 values");
        assertThat(violations(() -> new Visibility(new FieldKey("a"), texts(201))))
                .containsExactly("/in must have between 1 and 200 values");
    }

    private static Field field(String label, Optional<String> help) {
        return new Field(new FieldKey("why"), label, help, true, Optional.empty(), new FieldType.YesNo());
    }

    private static List<Option> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Option(new FieldKey("o" + i), "Option " + i))
                .toList();
    }

    private static Set<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet());
    }
}

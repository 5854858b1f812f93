package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.options;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;

class CellTextTest {

    private static final FieldType TAGS = new FieldType.MultipleChoice(options("a", "b", "c"), true, 1, 3);

    @Test
    void what_was_written_is_read_as_the_same_answer() {
        FormContent form = TestForms.everything();
        Answers answers =
                TestFeedback.everything(new OrganizationId("org")).build().answers();
        Map<String, RawAnswer> read = new HashMap<>();
        answers.byField()
                .forEach((key, answer) -> read.put(
                        key.value(),
                        CellText.answer(
                                form.field(key).orElseThrow().type(), new RawAnswer.Text(CellText.write(answer)))));
        var violations = new Violations();

        Answers again = new AnswerReader(form, violations).read(read, Pointer.ROOT);

        assertThat(violations.list()).isEmpty();
        assertThat(again).isEqualTo(answers);
    }

    @Test
    void numbers_are_numbers_of_bounded_length() {
        var type = new FieldType.Numeric(Optional.empty(), Optional.empty(), false);

        assertThat(read(type, " 2.50 ")).isEqualTo(new RawAnswer.Numeric(new BigDecimal("2.50")));
        assertThat(read(type, "1".repeat(100))).isInstanceOf(RawAnswer.Numeric.class);
        assertThat(read(type, "1".repeat(101))).isInstanceOf(RawAnswer.Text.class);
        assertThat(read(type, "two")).isEqualTo(new RawAnswer.Text("two"));
        assertThat(read(new FieldType.Scored(new Scale.Nps()), "9"))
                .isEqualTo(new RawAnswer.Numeric(new BigDecimal("9")));
    }

    @Test
    void yes_and_no_are_said_in_several_ways() {
        for (String yes : List.of("true", "TRUE", "yes", "Y", "1", " true ")) {
            assertThat(read(new FieldType.YesNo(), yes)).isEqualTo(new RawAnswer.Bool(true));
        }
        for (String no : List.of("false", "No", "n", "0")) {
            assertThat(read(new FieldType.YesNo(), no)).isEqualTo(new RawAnswer.Bool(false));
        }
        assertThat(read(new FieldType.YesNo(), "maybe")).isEqualTo(new RawAnswer.Text("maybe"));
    }

    @Test
    void several_options_stand_between_bars() {
        assertThat(read(TAGS, "a| b |The C"))
                .isEqualTo(many(new RawAnswer.Text("a"), new RawAnswer.Text("b"), new RawAnswer.Text("c")));
        assertThat(read(TAGS, "a|other:x\\|y\\\\z|b"))
                .isEqualTo(many(new RawAnswer.Text("a"), new RawAnswer.Other("x|y\\z"), new RawAnswer.Text("b")));
        assertThat(read(TAGS, "other:x\\")).isEqualTo(many(new RawAnswer.Other("x\\")));
        assertThat(read(TAGS, "a\\")).isEqualTo(many(new RawAnswer.Text("a\\")));
        assertThat(read(TAGS, "")).isEqualTo(many(new RawAnswer.Text("")));
    }

    @Test
    void a_key_comes_before_another_options_label() {
        var type = new FieldType.SingleChoice(
                List.of(new Option(new FieldKey("x"), "y"), new Option(new FieldKey("y"), "z")), false);

        assertThat(read(type, "y")).isEqualTo(new RawAnswer.Text("y"));
        assertThat(read(type, "z")).isEqualTo(new RawAnswer.Text("y"));
    }

    @Test
    void texts_are_taken_as_they_are_and_dates_without_white_space() {
        assertThat(read(new FieldType.LongText(10), " a ")).isEqualTo(new RawAnswer.Text(" a "));
        assertThat(read(new FieldType.ShortText(10), " a ")).isEqualTo(new RawAnswer.Text(" a "));
        assertThat(read(new FieldType.Email(), " a@b ")).isEqualTo(new RawAnswer.Text("a@b"));
        assertThat(read(new FieldType.Date(Optional.empty(), Optional.empty()), " 2026-03-02 "))
                .isEqualTo(new RawAnswer.Text("2026-03-02"));
    }

    @Test
    void what_is_no_text_says_what_it_is_already() {
        for (RawAnswer cell : List.of(
                new RawAnswer.Bool(true), new RawAnswer.Numeric(BigDecimal.ONE), new RawAnswer.Nothing(), many())) {
            assertThat(CellText.answer(TAGS, cell)).isEqualTo(cell);
        }
    }

    @Test
    void every_cell_has_a_plain_text() {
        assertThat(Stream.of(
                                new RawAnswer.Text("a"),
                                new RawAnswer.Numeric(new BigDecimal("2.5")),
                                new RawAnswer.Bool(true),
                                many(new RawAnswer.Text("a"), new RawAnswer.Other("b")),
                                new RawAnswer.Nothing(),
                                new RawAnswer.Unreadable())
                        .map(CellText::of))
                .containsExactly("a", "2.5", "true", "a|other:b", "", "");
    }

    @Test
    void blank_is_what_says_nothing() {
        assertThat(CellText.isBlank(new RawAnswer.Nothing())).isTrue();
        assertThat(CellText.isBlank(new RawAnswer.Text(" "))).isTrue();
        assertThat(CellText.isBlank(new RawAnswer.Text("a"))).isFalse();
        assertThat(CellText.isBlank(new RawAnswer.Bool(false))).isFalse();
    }

    private static RawAnswer read(FieldType type, String cell) {
        return CellText.answer(type, new RawAnswer.Text(cell));
    }

    private static RawAnswer many(RawAnswer... values) {
        return new RawAnswer.Many(List.of(values));
    }
}

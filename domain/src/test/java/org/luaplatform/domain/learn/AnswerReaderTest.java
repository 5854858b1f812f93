package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.askedIf;
import static org.luaplatform.domain.learn.testing.TestForms.content;
import static org.luaplatform.domain.learn.testing.TestForms.field;
import static org.luaplatform.domain.learn.testing.TestForms.options;
import static org.luaplatform.domain.learn.testing.TestForms.required;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.testing.TestForms;

/// Each type of question, each bound of it, and everything that people, programs and files send instead.
class AnswerReaderTest {

    private static final RawAnswer NOTHING = new RawAnswer.Nothing();
    private static final RawAnswer UNREADABLE = new RawAnswer.Unreadable();

    @Test
    void texts_are_taken_as_they_are() {
        for (FieldType type : List.of(new FieldType.ShortText(20), new FieldType.LongText(20))) {
            assertThat(answer(type, text(" Long\nqueues \u0000😀")))
                    .contains(new Answer.Text(" Long\nqueues \u0000😀"));
            assertThat(answer(type, text("x".repeat(20)))).isPresent();
            assertThat(problems(type, text("x".repeat(21)))).containsExactly("must have at most 20 characters");
            assertThat(problems(type, number("1"))).containsExactly("must be a text");
            assertThat(problems(type, new RawAnswer.Bool(true))).containsExactly("must be a text");
            assertThat(problems(type, many(text("a")))).containsExactly("must be a text");
            assertThat(problems(type, other("a"))).containsExactly("must be a text");
            assertThat(problems(type, UNREADABLE)).containsExactly("must be a text");
        }
    }

    @Test
    void blank_and_empty_answers_are_none() {
        FieldType type = new FieldType.MultipleChoice(options("a"), true, 1, 1);

        for (RawAnswer none : List.of(NOTHING, text(""), text(" \n"), other(" "), many())) {
            assertThat(answer(type, none)).isEmpty();
            assertThat(problems(type, none)).isEmpty();
            assertThat(read(content(required("a", type)), Map.of("a", none)).problems())
                    .containsExactly("/answers/a must be answered");
        }
    }

    @Test
    void a_single_choice_takes_one_of_its_options() {
        var type = new FieldType.SingleChoice(options("north", "south"), false);

        assertThat(answer(type, text("south"))).contains(choice("south"));
        assertThat(problems(type, text("South"))).containsExactly("must be one of the options");
        assertThat(problems(type, text("The south"))).containsExactly("must be one of the options");
        assertThat(problems(type, other("roof"))).containsExactly("must be one of the options");
        for (RawAnswer odd : List.of(number("1"), new RawAnswer.Bool(true), many(text("north")), UNREADABLE)) {
            assertThat(problems(type, odd)).containsExactly("must be the key of an option");
        }
    }

    @Test
    void a_single_choice_may_take_an_answer_of_the_respondents_own() {
        var type = new FieldType.SingleChoice(options("north"), true);

        assertThat(answer(type, other(" by the roof "))).contains(choiceOr("by the roof"));
        assertThat(answer(type, other("x".repeat(1_000)))).isPresent();
        assertThat(problems(type, other("x".repeat(1_001))))
                .containsExactly("must have between 1 and 1000 characters under other");
    }

    @Test
    void a_multiple_choice_takes_several_options_in_the_order_of_the_form() {
        var type = new FieldType.MultipleChoice(options("a", "b", "c"), false, 1, 2);

        assertThat(answer(type, many(text("c"), text("a")))).contains(choice("a", "c"));
        assertThat(answer(type, text("b"))).contains(choice("b"));
        assertThat(problems(type, many(text("a"), text("b"), text("c"))))
                .containsExactly("must choose between 1 and 2");
        assertThat(problems(type, many(text("a"), text("a")))).containsExactly("must not choose the same twice");
        assertThat(problems(type, many(text("a"), text("d")))).containsExactly("must be one of the options");
        assertThat(problems(type, many(text("a"), NOTHING))).containsExactly("must be the key of an option");
    }

    @Test
    void a_multiple_choice_needs_as_many_as_it_says() {
        var type = new FieldType.MultipleChoice(options("a", "b", "c"), false, 2, 3);

        assertThat(problems(type, many(text("a")))).containsExactly("must choose between 2 and 3");
        assertThat(answer(type, many(text("a"), text("b"), text("c")))).contains(choice("a", "b", "c"));
    }

    @Test
    void what_somebody_writes_under_other_counts_as_one_choice() {
        var type = new FieldType.MultipleChoice(options("a", "b"), true, 2, 2);

        assertThat(answer(type, many(other("roof"), text("b")))).contains(choiceOr("roof", "b"));
        assertThat(problems(type, many(other("roof"), other("cellar"))))
                .containsExactly("must not choose the same twice");
        assertThat(problems(type, many(text("a"), other(" "))))
                .containsExactly("must have between 1 and 1000 characters under other");
    }

    @Test
    void one_choice_can_be_wrong_in_several_ways() {
        var type = new FieldType.MultipleChoice(options("a", "b"), false, 1, 2);

        assertThat(problems(type, many(text("x"), text("a"), text("a"), other("roof"))))
                .containsExactly(
                        "must be one of the options",
                        "must be one of the options",
                        "must not choose the same twice",
                        "must choose between 1 and 2");
    }

    @Test
    void yes_and_no_are_true_and_false() {
        var type = new FieldType.YesNo();

        assertThat(answer(type, new RawAnswer.Bool(true))).contains(new Answer.YesNo(true));
        assertThat(answer(type, new RawAnswer.Bool(false))).contains(new Answer.YesNo(false));
        for (RawAnswer odd : List.of(text("true"), number("1"), UNREADABLE, many(text("a")))) {
            assertThat(problems(type, odd)).containsExactly("must be true or false");
        }
    }

    @Test
    void a_number_is_within_its_bounds() {
        var type =
                new FieldType.Numeric(Optional.of(new BigDecimal("-1.5")), Optional.of(new BigDecimal("1E+2")), false);

        assertThat(answer(type, number("-1.50"))).contains(new Answer.Numeric(new BigDecimal("-1.5")));
        assertThat(answer(type, number("100"))).isPresent();
        assertThat(problems(type, number("-1.51"))).containsExactly("must be at least -1.5");
        assertThat(problems(type, number("100.01"))).containsExactly("must be at most 100");
        assertThat(problems(type, text("5"))).containsExactly("must be a number");
        assertThat(problems(type, new RawAnswer.Bool(true))).containsExactly("must be a number");
    }

    @Test
    void a_number_without_bounds_may_be_anything() {
        var type = new FieldType.Numeric(Optional.empty(), Optional.empty(), false);

        assertThat(answer(type, number("-12345678901234567890.5"))).isPresent();
    }

    @Test
    void a_whole_number_has_no_fraction_however_it_is_written() {
        var type = new FieldType.Numeric(Optional.empty(), Optional.empty(), true);

        for (String whole : List.of("7", "-7", "7.00", "7e3", "0", "0.0")) {
            assertThat(answer(type, number(whole))).as(whole).isPresent();
        }
        assertThat(problems(type, number("7.5"))).containsExactly("must be a whole number");
        assertThat(problems(type, number("7e-1"))).containsExactly("must be a whole number");
    }

    @Test
    void a_number_can_be_wrong_in_several_ways() {
        var type = new FieldType.Numeric(Optional.of(BigDecimal.TEN), Optional.empty(), true);

        assertThat(problems(type, number("1.5"))).containsExactly("must be a whole number", "must be at least 10");
    }

    @Test
    void a_number_that_is_short_to_write_and_endless_to_read_is_refused() {
        var type = new FieldType.Numeric(Optional.of(BigDecimal.ZERO), Optional.empty(), true);

        for (String endless : List.of("1e999999999", "1e-999999999", "1e41", "1e-41", "1".repeat(41))) {
            assertThat(problems(type, number(endless))).as(endless).containsExactly("must have at most 40 digits");
        }
        assertThat(answer(type, number("1e40"))).isPresent();
        assertThat(answer(type, number("1".repeat(40)))).isPresent();
    }

    @Test
    void a_date_is_within_its_bounds() {
        var type = new FieldType.Date(Optional.of(LocalDate.of(2026, 1, 31)), Optional.of(LocalDate.of(2026, 3, 1)));

        assertThat(answer(type, text("2026-01-31"))).contains(new Answer.Date(LocalDate.of(2026, 1, 31)));
        assertThat(answer(type, text("2026-03-01"))).isPresent();
        assertThat(problems(type, text("2026-01-30"))).containsExactly("must not be before 2026-01-31");
        assertThat(problems(type, text("2026-03-02"))).containsExactly("must not be after 2026-03-01");
        for (RawAnswer odd : List.of(
                text("2026-02-30"), text("31.1.2026"), text("2026-01-31T00:00"), text("soon"), number("20260131"))) {
            assertThat(problems(type, odd)).containsExactly("must be a date such as 2026-11-25");
        }
    }

    @Test
    void a_date_without_bounds_may_be_any_day() {
        var type = new FieldType.Date(Optional.empty(), Optional.empty());

        assertThat(answer(type, text("0001-01-01"))).isPresent();
        assertThat(answer(type, text("9999-12-31"))).isPresent();
    }

    @Test
    void an_e_mail_address_has_something_on_both_sides() {
        var type = new FieldType.Email();

        assertThat(answer(type, text(" ada@example.org "))).contains(new Answer.Email("ada@example.org"));
        assertThat(answer(type, text("x".repeat(64) + "@" + "y".repeat(255)))).isPresent();
        for (String odd : List.of(
                "ada",
                "@example.org",
                "ada@",
                "a@b@c",
                "a b@c",
                "ada@exa mple",
                "x".repeat(65) + "@y",
                "x@" + "y".repeat(256),
                "x".repeat(100_000))) {
            assertThat(problems(type, text(odd))).containsExactly("must be an e-mail address");
        }
        assertThat(problems(type, number("1"))).containsExactly("must be an e-mail address");
    }

    @Test
    void a_score_is_a_whole_number_on_its_scale() {
        assertScores(new Scale.Rating(3), 1, 3);
        assertScores(new Scale.Rating(10), 1, 10);
        assertScores(new Scale.Nps(), 0, 10);
        assertScores(new Scale.Csat(), 1, 5);
        assertScores(new Scale.Ces(), 1, 7);
    }

    private static void assertScores(Scale scale, int lowest, int highest) {
        var type = new FieldType.Scored(scale);
        String problem = "must be a whole number from " + lowest + " to " + highest;

        for (int score = lowest; score <= highest; score++) {
            assertThat(answer(type, number(score + ".0"))).contains(new Answer.Score(scale, score));
        }
        for (RawAnswer odd : List.of(
                number(Integer.toString(lowest - 1)),
                number(Integer.toString(highest + 1)),
                number("2.5"),
                number("1e999999999"),
                number("-1e999999999"),
                text("2"),
                new RawAnswer.Bool(true),
                UNREADABLE)) {
            assertThat(problems(type, odd)).as(odd.toString()).containsExactly(problem);
        }
    }

    @Test
    void answers_come_in_the_order_of_the_form() {
        var form = content(
                field("c", new FieldType.YesNo()),
                field("a", new FieldType.YesNo()),
                field("b", new FieldType.YesNo()));
        Map<String, RawAnswer> raw = new LinkedHashMap<>();
        Stream.of("a", "b", "c").forEach(key -> raw.put(key, new RawAnswer.Bool(true)));

        assertThat(read(form, raw).answers().byField().keySet())
                .containsExactly(new FieldKey("c"), new FieldKey("a"), new FieldKey("b"));
    }

    @Test
    void what_must_be_answered_must_be() {
        var form = content(required("why", new FieldType.LongText(10)), field("who", new FieldType.ShortText(10)));

        assertThat(read(form, Map.of("who", text("Ada"))).problems()).containsExactly("/answers/why must be answered");
        assertThat(read(form, Map.of("why", text("x"))).problems()).isEmpty();
    }

    @Test
    void what_is_not_asked_cannot_be_answered() {
        var form = content(field("why", new FieldType.LongText(10)));

        assertThat(read(form, Map.of("wy", text("x"), "a/b", NOTHING)).problems())
                .containsExactlyInAnyOrder(
                        "/answers/wy is not a field of this form", "/answers/a~1b is not a field of this form");
    }

    @Test
    void a_question_is_asked_if_its_condition_holds() {
        var form = content(
                field("score", new FieldType.Scored(new Scale.Rating(5))),
                askedIf("score", Set.of("1", "2"), "why", true, new FieldType.LongText(10)));

        assertThat(read(form, Map.of("score", number("2"))).problems())
                .containsExactly("/answers/why must be answered");
        assertThat(read(form, Map.of("score", number("2"), "why", text("x"))).problems())
                .isEmpty();
        assertThat(read(form, Map.of("score", number("3"))).problems()).isEmpty();
        assertThat(read(form, Map.of()).problems()).isEmpty();
        assertThat(read(form, Map.of("score", number("3"), "why", text("x"))).problems())
                .containsExactly("/answers/why is not asked here, because of the answers to earlier questions");
        assertThat(read(form, Map.of("score", number("3"), "why", text(" "))).problems())
                .isEmpty();
    }

    @Test
    void a_condition_can_look_at_any_type_of_answer() {
        assertAsked(new FieldType.SingleChoice(options("a", "b"), true), text("b"), "b");
        assertAsked(new FieldType.SingleChoice(options("a", "b"), true), other("roof"), "roof");
        assertAsked(new FieldType.MultipleChoice(options("a", "b"), false, 1, 2), many(text("a"), text("b")), "b");
        assertAsked(new FieldType.YesNo(), new RawAnswer.Bool(false), "false");
        assertAsked(new FieldType.Numeric(Optional.empty(), Optional.empty(), false), number("2.50"), "2.5");
        assertAsked(new FieldType.Date(Optional.empty(), Optional.empty()), text("2026-03-02"), "2026-03-02");
        assertAsked(new FieldType.ShortText(10), text("yes"), "yes");
    }

    private static void assertAsked(FieldType type, RawAnswer given, String value) {
        var form =
                content(field("first", type), askedIf("first", Set.of(value), "second", true, new FieldType.YesNo()));

        assertThat(read(form, Map.of("first", given)).problems()).containsExactly("/answers/second must be answered");
    }

    @Test
    void what_hangs_on_a_question_that_is_not_asked_is_not_asked_either() {
        var form = content(
                field("a", new FieldType.YesNo()),
                askedIf("a", Set.of("true"), "b", false, new FieldType.YesNo()),
                askedIf("b", Set.of("true"), "c", true, new FieldType.YesNo()));
        var yes = new RawAnswer.Bool(true);

        assertThat(read(form, Map.of("a", new RawAnswer.Bool(false))).problems())
                .isEmpty();
        assertThat(read(form, Map.of("a", yes, "b", yes)).problems()).containsExactly("/answers/c must be answered");
        assertThat(read(form, Map.of("a", new RawAnswer.Bool(false), "b", yes, "c", yes))
                        .problems())
                .containsExactly(
                        "/answers/b is not asked here, because of the answers to earlier questions",
                        "/answers/c is not asked here, because of the answers to earlier questions");
    }

    @Test
    void an_answer_that_does_not_fit_makes_no_condition_hold() {
        var form = content(
                field("a", new FieldType.ShortText(1)), askedIf("a", Set.of("xx"), "b", true, new FieldType.YesNo()));

        assertThat(read(form, Map.of("a", text("xx"))).problems())
                .containsExactly("/answers/a must have at most 1 characters");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var form = content(
                required("why", new FieldType.LongText(3)),
                field("score", new FieldType.Scored(new Scale.Nps())),
                required("again", new FieldType.YesNo()));

        assertThat(read(form, Map.of("why", text("long"), "score", number("11"), "x", text("y")))
                        .problems())
                .containsExactly(
                        "/answers/why must have at most 3 characters",
                        "/answers/score must be a whole number from 0 to 10",
                        "/answers/again must be answered",
                        "/answers/x is not a field of this form");
    }

    @Test
    void ten_thousand_answers_to_nothing_are_refused_in_bounded_space() {
        Map<String, RawAnswer> raw = new HashMap<>();
        IntStream.range(0, 10_000).forEach(i -> raw.put("x" + i, text("y")));

        assertThat(read(TestForms.everything(), raw).problems()).hasSize(100);
    }

    @Test
    void whatever_chance_answers_is_taken_or_refused_and_what_is_taken_fits() {
        var random = new Random(11);
        FormContent form = TestForms.everything();

        for (int i = 0; i < 3_000; i++) {
            Map<String, RawAnswer> raw = new HashMap<>();
            form.fields().forEach(field -> raw.put(field.key().value(), anything(random, 0)));

            Reading reading = read(form, raw);

            assertThat(reading.problems()).hasSizeLessThanOrEqualTo(100);
            reading.answers()
                    .byField()
                    .forEach((key, answer) ->
                            assertFits(form.field(key).orElseThrow().type(), answer));
        }
    }

    private static void assertFits(FieldType type, Answer answer) {
        boolean fits = switch (type) {
            case FieldType.ShortText(int most) -> answer instanceof Answer.Text(String text) && text.length() <= most;
            case FieldType.LongText(int most) -> answer instanceof Answer.Text(String text) && text.length() <= most;
            case FieldType.SingleChoice _ ->
                answer instanceof Answer.Choice choice && choice.values().size() == 1;
            case FieldType.MultipleChoice multiple ->
                answer instanceof Answer.Choice choice
                        && choice.values().size() >= multiple.atLeast()
                        && choice.values().size() <= multiple.atMost();
            case FieldType.YesNo _ -> answer instanceof Answer.YesNo;
            case FieldType.Numeric _ -> answer instanceof Answer.Numeric;
            case FieldType.Date _ -> answer instanceof Answer.Date;
            case FieldType.Email _ -> answer instanceof Answer.Email;
            case FieldType.Scored(Scale scale) ->
                answer instanceof Answer.Score score && score.scale().equals(scale);
        };
        assertThat(fits).as("%s for %s", answer, type).isTrue();
    }

    private static RawAnswer anything(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 7)) {
            case 0 -> text(one(random, "", "north", "fast", "a@b", "2026-03-02", "😀", "x".repeat(30_000)));
            case 1 -> number(one(random, "0", "1", "5", "-3", "2.5", "1e999999999", "1e-999999999", "37"));
            case 2 -> new RawAnswer.Bool(random.nextBoolean());
            case 3 -> other(one(random, "", "roof", "x".repeat(2_000)));
            case 4 -> NOTHING;
            case 5 -> UNREADABLE;
            default ->
                new RawAnswer.Many(IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> anything(random, depth + 1))
                        .toList());
        };
    }

    private static String one(Random random, String... candidates) {
        return candidates[random.nextInt(candidates.length)];
    }

    private static RawAnswer text(String value) {
        return new RawAnswer.Text(value);
    }

    private static RawAnswer number(String value) {
        return new RawAnswer.Numeric(new BigDecimal(value));
    }

    private static RawAnswer other(String text) {
        return new RawAnswer.Other(text);
    }

    private static RawAnswer many(RawAnswer... values) {
        return new RawAnswer.Many(List.of(values));
    }

    private static Answer choice(String... keys) {
        return new Answer.Choice(Stream.of(keys).map(FieldKey::new).toList(), Optional.empty());
    }

    private static Answer choiceOr(String other, String... keys) {
        return new Answer.Choice(Stream.of(keys).map(FieldKey::new).toList(), Optional.of(other));
    }

    /// What is read where only this is asked.
    private static Optional<Answer> answer(FieldType type, RawAnswer raw) {
        return read(content(field("it", type)), Map.of("it", raw)).answers().find(new FieldKey("it"));
    }

    /// What is wrong where only this is asked; each must be at the question's place.
    private static List<String> problems(FieldType type, RawAnswer raw) {
        Reading reading = read(content(field("it", type)), Map.of("it", raw));
        assertThat(reading.answers().byField()).isEmpty();
        assertThat(reading.violations()).extracting(Violation::pointer).allMatch(new Pointer("/answers/it")::equals);
        return reading.violations().stream().map(Violation::message).toList();
    }

    private static Reading read(FormContent form, Map<String, RawAnswer> raw) {
        var violations = new Violations();
        Answers answers = new AnswerReader(form, violations).read(raw, Pointer.to("answers"));
        return new Reading(answers, violations.list());
    }

    private record Reading(Answers answers, List<Violation> violations) {
        List<String> problems() {
            return violations.stream().map(Violation::toString).toList();
        }
    }
}

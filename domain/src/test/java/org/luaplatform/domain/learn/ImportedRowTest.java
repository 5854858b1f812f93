package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.content;
import static org.luaplatform.domain.learn.testing.TestForms.field;
import static org.luaplatform.domain.learn.testing.TestForms.options;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.ImportMapping.Target;

/// What the cells of a row mean, by the names of their columns or by a mapping.
class ImportedRowTest {

    private static final FormContent FORM = content(
            field("short", new FieldType.ShortText(100)),
            field("why", new FieldType.LongText(100)),
            field("score", new FieldType.Scored(new Scale.Rating(5))),
            field("nps", new FieldType.Scored(new Scale.Nps())));

    private final Violations violations = new Violations();

    @Test
    void columns_mean_what_an_export_means_by_them() {
        var row = read(Map.of(
                "id", "c-1",
                "answers.why", "Queues",
                "score", "2",
                "language", "pt-BR",
                "channel", "widget",
                "occurredAt", "2026-03-02T12:00:00Z",
                "respondent.ref", "c-17",
                "respondent.attributes.plan", "gold"));

        assertThat(row.key()).contains("c-1");
        assertThat(row.submission())
                .isEqualTo(new Submission(
                        Map.of(
                                "why", new RawAnswer.Text("Queues"),
                                "score", new RawAnswer.Numeric(BigDecimal.TWO)),
                        Optional.of(new Language("pt-br")),
                        Optional.of(new Channel("widget")),
                        Optional.of(new Respondent("c-17", Map.of("plan", "gold"))),
                        Optional.of(Instant.parse("2026-03-02T12:00:00Z"))));
        assertThat(violations.any()).isFalse();
    }

    @Test
    void a_row_that_says_nothing_about_it_came_by_import_and_just_now() {
        var row = read(Map.of("why", "Queues"));

        assertThat(row.key()).isEmpty();
        assertThat(row.submission())
                .isEqualTo(new Submission(
                        Map.of("why", new RawAnswer.Text("Queues")),
                        Optional.empty(),
                        Optional.of(Channel.IMPORT),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void columns_that_mean_nothing_are_ignored() {
        var row = read(Map.of(
                "why",
                "Queues",
                "shoe size",
                "43",
                "formId",
                "f",
                "formVersion",
                "1",
                "receivedAt",
                "x",
                "why ",
                "no"));

        assertThat(row.submission().answers()).containsOnlyKeys("why");
        assertThat(row.content()).isEqualTo(read(Map.of("why", "Queues")).content());
        assertThat(violations.any()).isFalse();
    }

    @Test
    void a_mapping_comes_before_the_names() {
        var mapping = new ImportMapping(Map.of(
                "Rating", new Target.Score(),
                "Comment", new Target.Words(),
                "Tongue", new Target.SpokenLanguage(),
                "Way", new Target.Via(),
                "When", new Target.OccurredAt(),
                "Who", new Target.RespondentRef(),
                "Plan", new Target.Attribute("plan"),
                "No", new Target.RowKey(),
                "Ten", new Target.ToField(new FieldKey("nps")),
                "language", new Target.Ignored()));

        var row = ImportedRow.read(
                texts(Map.of(
                        "Rating", "4",
                        "Comment", "Queues",
                        "Tongue", "de",
                        "Way", "mail",
                        "When", "2026-03-02",
                        "Who", "c-17",
                        "Plan", "gold",
                        "No", " 7 ",
                        "Ten", "9",
                        "language", "en")),
                mapping,
                FORM,
                violations);

        assertThat(violations.list()).isEmpty();
        assertThat(row.key()).contains("7");
        assertThat(row.submission())
                .isEqualTo(new Submission(
                        Map.of(
                                "score", new RawAnswer.Numeric(new BigDecimal("4")),
                                "why", new RawAnswer.Text("Queues"),
                                "nps", new RawAnswer.Numeric(new BigDecimal("9"))),
                        Optional.of(new Language("de")),
                        Optional.of(new Channel("mail")),
                        Optional.of(new Respondent("c-17", Map.of("plan", "gold"))),
                        Optional.of(Instant.parse("2026-03-02T00:00:00Z"))));
    }

    @Test
    void words_go_to_a_short_text_where_there_is_no_long_one() {
        var form = content(
                field("score", new FieldType.Scored(new Scale.Nps())), field("name", new FieldType.ShortText(9)));
        var mapping = new ImportMapping(Map.of("Comment", new Target.Words()));

        var row = ImportedRow.read(texts(Map.of("Comment", "Queues")), mapping, form, violations);

        assertThat(row.submission().answers()).containsOnlyKeys("name");
    }

    @Test
    void a_mapping_to_what_the_form_does_not_have_is_refused() {
        var form = content(field("again", new FieldType.YesNo()));
        var mapping = new ImportMapping(Map.of(
                "A", new Target.Score(), "B", new Target.Words(), "C", new Target.ToField(new FieldKey("gone"))));

        var _ = ImportedRow.read(texts(Map.of("A", "1", "B", "x", "C", "y")), mapping, form, violations);

        assertThat(problems())
                .containsExactly(
                        "/A is mapped to a field that the form does not have",
                        "/B is mapped to a field that the form does not have",
                        "/C is mapped to a field that the form does not have");
    }

    @Test
    void cells_that_cannot_be_read_are_named_all_at_once() {
        var _ = read(Map.of(
                "why", "Queues",
                "language", "english, mostly",
                "channel", "Our Widget",
                "occurredAt", "yesterday",
                "id", "x".repeat(201),
                "respondent.attributes.plan", "gold"));

        assertThat(problems())
                .containsExactly(
                        "/channel must be a lower-case letter followed by at most 39 letters, digits or hyphens",
                        "/id must have at most 200 characters",
                        "/language must be a BCP 47 language tag such as en or pt-BR",
                        "/occurredAt must be a date or time such as 2026-11-25T10:00:00Z",
                        "/respondent.ref must be there where attributes are");
    }

    @Test
    void a_key_may_be_as_long_as_it_may() {
        assertThat(read(Map.of("id", "x".repeat(200))).key()).contains("x".repeat(200));
        assertThat(violations.any()).isFalse();
    }

    @Test
    void a_respondent_keeps_their_rules() {
        var _ = read(Map.of("respondent.ref", "x".repeat(201)));

        assertThat(problems()).containsExactly("/respondent/ref must have at most 200 characters");
    }

    @Test
    void blank_cells_say_nothing() {
        Map<String, RawAnswer> cells = new HashMap<>(texts(Map.of("why", "Queues", "language", " ", "id", "")));
        cells.put("score", new RawAnswer.Nothing());

        var row = ImportedRow.read(cells, ImportMapping.AUTOMATIC, FORM, violations);

        assertThat(row.key()).isEmpty();
        assertThat(row.submission().language()).isEmpty();
        assertThat(row.submission().answers()).containsOnlyKeys("why");
        assertThat(violations.any()).isFalse();
    }

    @Test
    void rows_that_say_the_same_have_the_same_content() {
        var one = read(Map.of("why", " Queues ", "score", "2"));

        assertThat(read(Map.of("score", "2", "why", "Queues")).content()).isEqualTo(one.content());
        assertThat(read(Map.of("why", "Queues", "score", "3")).content()).isNotEqualTo(one.content());
        assertThat(read(Map.of("why", "Queues 2")).content()).isNotEqualTo(one.content());
    }

    @Test
    void moments_are_read_as_people_write_them() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        for (String text : List.of(
                "2026-03-02T12:00:00Z", "2026-03-02 12:00:00Z", "2026-03-02T13:00+01:00", "2026-03-02T12:00:00.000Z")) {
            assertThat(CellText.instant(text)).as(text).contains(noon);
        }
        assertThat(CellText.instant("2026-03-02")).contains(Instant.parse("2026-03-02T00:00:00Z"));
        for (String odd : List.of("", "2.3.2026", "2026-02-30", "2026-03-02T12:00", "12:00")) {
            assertThat(CellText.instant(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void single_choices_are_named_by_key_or_by_label() {
        var form = content(field("where", new FieldType.SingleChoice(options("north", "south"), true)));

        assertThat(answer(form, "north")).isEqualTo(new RawAnswer.Text("north"));
        assertThat(answer(form, "THE SOUTH")).isEqualTo(new RawAnswer.Text("south"));
        assertThat(answer(form, "other:by \\| the roof")).isEqualTo(new RawAnswer.Other("by | the roof"));
        assertThat(answer(form, "west")).isEqualTo(new RawAnswer.Text("west"));
    }

    private RawAnswer answer(FormContent form, String cell) {
        return ImportedRow.read(texts(Map.of("where", cell)), ImportMapping.AUTOMATIC, form, violations)
                .submission()
                .answers()
                .getOrDefault("where", new RawAnswer.Unreadable());
    }

    private ImportedRow read(Map<String, String> cells) {
        return ImportedRow.read(texts(cells), ImportMapping.AUTOMATIC, FORM, violations);
    }

    private List<String> problems() {
        return violations.list().stream().map(Violation::toString).toList();
    }

    private static Map<String, RawAnswer> texts(Map<String, String> cells) {
        Map<String, RawAnswer> texts = new HashMap<>();
        cells.forEach((column, text) -> texts.put(column, new RawAnswer.Text(text)));
        return texts;
    }
}

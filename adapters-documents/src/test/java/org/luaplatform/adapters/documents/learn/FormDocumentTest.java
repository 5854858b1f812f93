package org.luaplatform.adapters.documents.learn;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.FormTranslation.FieldTranslation;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Visibility;
import org.luaplatform.domain.tenancy.OrganizationId;

final class FormDocumentTest {

    private static final FormId ID = new FormId("f1");
    private static final OrganizationId ORGANIZATION = new OrganizationId("o1");
    private static final Instant CREATED = Instant.parse("2026-11-25T10:00:00.001Z");
    private static final FormContent EMPTY =
            new FormContent("Visit", Optional.empty(), Language.ENGLISH, List.of(), Map.of());

    static Stream<FieldType> types() {
        List<Option> options = List.of(option("north"), option("south-2"));
        return Stream.of(
                new FieldType.ShortText(1),
                new FieldType.LongText(FieldType.LongText.LONGEST),
                new FieldType.SingleChoice(options, true),
                new FieldType.SingleChoice(options, false),
                new FieldType.MultipleChoice(options, true, 0, 3),
                new FieldType.YesNo(),
                new FieldType.Numeric(Optional.empty(), Optional.empty(), false),
                new FieldType.Numeric(
                        Optional.of(new BigDecimal("-1.50")),
                        Optional.of(new BigDecimal("123456789012345678901234567890.5")),
                        true),
                new FieldType.Date(Optional.empty(), Optional.empty()),
                new FieldType.Date(Optional.of(LocalDate.of(1999, 2, 28)), Optional.of(LocalDate.of(2030, 1, 1))),
                new FieldType.Email(),
                new FieldType.Scored(new Scale.Rating(3)),
                new FieldType.Scored(new Scale.Rating(10)),
                new FieldType.Scored(new Scale.Nps()),
                new FieldType.Scored(new Scale.Csat()),
                new FieldType.Scored(new Scale.Ces()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_kind_of_question_survives(FieldType type) {
        survives(draft(asking(type)), FormDocument::of, FormDocument::toForm);
    }

    @Test
    void every_stage_survives() {
        FormContent asked = asking(new FieldType.YesNo());
        FormVersion published = new FormVersion(ID, 3, EMPTY, CREATED.plusSeconds(1));
        var settings = new FormSettings(false, Set.of("https://shop.example", "http://localhost:8080"));

        survives(new Form.Draft(ID, ORGANIZATION, EMPTY, settings, CREATED), FormDocument::of, FormDocument::toForm);
        survives(
                new Form.Open(ID, ORGANIZATION, asked, settings, CREATED, published),
                FormDocument::of,
                FormDocument::toForm);
        survives(
                new Form.Closed(ID, ORGANIZATION, asked, FormSettings.PUBLIC, CREATED, published),
                FormDocument::of,
                FormDocument::toForm);
    }

    @Test
    void words_conditions_and_translations_survive() {
        Field first = field("a", new FieldType.YesNo());
        Field second = new Field(
                new FieldKey("b_2"),
                "Why? 😀 \"quoted\" \\ \u2028",
                Optional.of("Some help"),
                true,
                Optional.of(new Visibility(new FieldKey("a"), Set.of("true", "false"))),
                new FieldType.SingleChoice(List.of(option("x")), true));
        var translation = new FormTranslation(
                Optional.of("Besuch"),
                Optional.empty(),
                Map.of(
                        new FieldKey("a"),
                        new FieldTranslation(Optional.empty(), Optional.empty(), Map.of()),
                        new FieldKey("b_2"),
                        new FieldTranslation(
                                Optional.of("Warum?"), Optional.of("Hilfe"), Map.of(new FieldKey("x"), "Ix"))));
        var nothing = new FormTranslation(Optional.empty(), Optional.of("متن"), Map.of());
        var content = new FormContent(
                "Visit",
                Optional.of("d".repeat(2_000)),
                new Language("pt-br"),
                List.of(first, second),
                Map.of(new Language("de"), translation, new Language("ar"), nothing));

        survives(draft(content), FormDocument::of, FormDocument::toForm);
    }

    @Test
    void the_largest_form_survives() {
        List<Option> options = IntStream.range(0, 200)
                .mapToObj(i -> new Option(new FieldKey("o" + i), "😀".repeat(250)))
                .toList();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < FormContent.MOST_FIELDS; i++) {
            fields.add(field("k".repeat(60) + i, new FieldType.MultipleChoice(options, false, 0, 200)));
        }
        Map<Language, FormTranslation> translations = new HashMap<>();
        for (int i = 0; i < FormContent.MOST_TRANSLATIONS; i++) {
            translations.put(
                    new Language("aa-" + (1000 + i)),
                    new FormTranslation(Optional.of("t"), Optional.empty(), Map.of()));
        }

        survives(
                draft(new FormContent("Large", Optional.empty(), Language.ENGLISH, fields, translations)),
                FormDocument::of,
                FormDocument::toForm);
    }

    @Test
    void a_published_version_survives() {
        survives(
                new FormVersion(ID, 7, asking(new FieldType.Email()), CREATED),
                version -> FormVersionDocument.of(ORGANIZATION, version),
                FormVersionDocument::toVersion);
    }

    @Test
    void a_damaged_form_is_not_taken_for_a_callers_mistake() {
        Document blank = FormDocument.of(draft(EMPTY));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FormDocument.toForm(
                        blank.with("content", blank.document("content").with("title", " "))));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FormDocument.toForm(blank.with("status", "asleep")));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FormDocument.toForm(blank.with("organization", "No Id")));
    }

    private static Form draft(FormContent content) {
        return new Form.Draft(ID, ORGANIZATION, content, FormSettings.PUBLIC, CREATED);
    }

    private static FormContent asking(FieldType type) {
        return new FormContent("Visit", Optional.empty(), Language.ENGLISH, List.of(field("q", type)), Map.of());
    }

    private static Field field(String key, FieldType type) {
        return new Field(new FieldKey(key), "Question", Optional.empty(), false, Optional.empty(), type);
    }

    private static Option option(String key) {
        return new Option(new FieldKey(key), "To the " + key);
    }
}

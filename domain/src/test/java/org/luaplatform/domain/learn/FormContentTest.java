package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.askedIf;
import static org.luaplatform.domain.learn.testing.TestForms.field;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.testing.TestForms;

class FormContentTest {

    private static final FieldType TEXT = new FieldType.ShortText(100);

    @Test
    void may_use_everything_there_is() {
        assertThat(TestForms.everything().fields()).hasSize(14);
    }

    @Test
    void has_words_without_white_space_around_them() {
        var content = content(" Your visit ", Optional.of(" It helps. "), List.of(), Map.of());

        assertThat(content.title()).isEqualTo("Your visit");
        assertThat(content.description()).contains("It helps.");
    }

    @Test
    void has_words_of_bounded_length() {
        assertThat(violations(() -> content("", Optional.of(" "), List.of(), Map.of())))
                .containsExactly("/title must not be blank", "/description must not be blank");
        assertThat(violations(() -> content("x".repeat(201), Optional.of("x".repeat(2_001)), List.of(), Map.of())))
                .containsExactly(
                        "/title must have at most 200 characters", "/description must have at most 2000 characters");
        assertThat(content("x".repeat(200), Optional.of("x".repeat(2_000)), List.of(), Map.of())
                        .title())
                .hasSize(200);
    }

    @Test
    void finds_its_questions_by_their_keys() {
        var why = field("why", TEXT);
        var content = TestForms.content(field("who", TEXT), why);

        assertThat(content.field(new FieldKey("why"))).contains(why);
        assertThat(content.field(new FieldKey("where"))).isEmpty();
    }

    @Test
    void gives_each_question_a_key_of_its_own() {
        assertThat(violations(() -> TestForms.content(field("a", TEXT), field("b", TEXT), field("a", TEXT))))
                .containsExactly("/fields/2/key is already used by another field");
    }

    @Test
    void asks_by_what_was_answered_earlier() {
        var asked = askedIf("a", Set.of("x"), "b", false, TEXT);

        assertThat(TestForms.content(field("a", TEXT), asked).fields()).hasSize(2);
        assertThat(violations(() -> TestForms.content(asked, field("a", TEXT))))
                .containsExactly("/fields/0/visibleWhen/field must be the key of an earlier field");
        assertThat(violations(() -> TestForms.content(askedIf("b", Set.of("x"), "b", false, TEXT))))
                .containsExactly("/fields/0/visibleWhen/field must be the key of an earlier field");
    }

    @Test
    void asks_at_most_200_questions() {
        assertThat(TestForms.content(fields(200)).fields()).hasSize(200);
        assertThat(violations(() -> TestForms.content(fields(201))))
                .containsExactly("/fields must have at most 200 fields");
    }

    @Test
    void translates_its_own_questions() {
        var translation = new FormTranslation(
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        new FieldKey("nobody"),
                        new FormTranslation.FieldTranslation(Optional.of("Wer?"), Optional.empty(), Map.of())));

        assertThat(violations(() -> content(
                        "Title",
                        Optional.empty(),
                        List.of(field("why", TEXT)),
                        Map.of(new Language("de-at"), translation))))
                .containsExactly("/translations/de-at/fields/nobody is not the key of a field");
    }

    @Test
    void is_translated_into_at_most_50_languages() {
        assertThat(content("Title", Optional.empty(), List.of(), translations(50))
                        .translations())
                .hasSize(50);
        assertThat(violations(() -> content("Title", Optional.empty(), List.of(), translations(51))))
                .containsExactly("/translations must be at most 50 languages");
    }

    @Test
    void translations_are_as_long_as_the_words_that_they_stand_for() {
        var longest = new FormTranslation.FieldTranslation(
                Optional.of("x".repeat(500)),
                Optional.of("x".repeat(1_000)),
                Map.of(new FieldKey("a"), "x".repeat(500)));

        assertThat(new FormTranslation(Optional.of(" " + "x".repeat(200)), Optional.of("x".repeat(2_000)), Map.of())
                        .title())
                .contains("x".repeat(200));
        assertThat(longest.options()).containsEntry(new FieldKey("a"), "x".repeat(500));
    }

    @Test
    void translations_are_neither_blank_nor_longer() {
        assertThat(violations(() -> new FormTranslation(Optional.of(" "), Optional.of("x".repeat(2_001)), Map.of())))
                .containsExactly("/title must not be blank", "/description must have at most 2000 characters");
        assertThat(violations(() -> new FormTranslation.FieldTranslation(
                        Optional.of("x".repeat(501)), Optional.of(""), Map.of(new FieldKey("a"), "x".repeat(501)))))
                .containsExactly(
                        "/label must have at most 500 characters",
                        "/help must not be blank",
                        "/options/a must have at most 500 characters");
        assertThat(violations(() -> new FormTranslation(Optional.of("x".repeat(201)), Optional.empty(), Map.of())))
                .containsExactly("/title must have at most 200 characters");
        assertThat(violations(() -> new FormTranslation.FieldTranslation(
                        Optional.empty(), Optional.of("x".repeat(1_001)), Map.of())))
                .containsExactly("/help must have at most 1000 characters");
    }

    @Test
    void nobody_adds_to_it() {
        List<Field> fields = new ArrayList<>();
        Map<Language, FormTranslation> translations = new HashMap<>();
        var content = content("Title", Optional.empty(), fields, translations);
        fields.add(field("late", TEXT));
        translations.put(Language.ENGLISH, new FormTranslation(Optional.empty(), Optional.empty(), Map.of()));

        assertThat(content.fields()).isEmpty();
        assertThat(content.translations()).isEmpty();
    }

    @Test
    void names_everything_that_is_wrong_with_it_at_once() {
        var asked = askedIf("later", Set.of("x"), "a", false, TEXT);

        assertThat(violations(() -> content("", Optional.empty(), List.of(asked, asked), Map.of())))
                .containsExactly(
                        "/title must not be blank",
                        "/fields/0/visibleWhen/field must be the key of an earlier field",
                        "/fields/1/visibleWhen/field must be the key of an earlier field",
                        "/fields/1/key is already used by another field");
    }

    private static FormContent content(
            String title,
            Optional<String> description,
            List<Field> fields,
            Map<Language, FormTranslation> translations) {
        return new FormContent(title, description, Language.ENGLISH, fields, translations);
    }

    private static Field[] fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> field("f" + i, TEXT)).toArray(Field[]::new);
    }

    private static Map<Language, FormTranslation> translations(int count) {
        Map<Language, FormTranslation> translations = new HashMap<>();
        for (int i = 0; i < count; i++) {
            translations.put(
                    new Language("en-x" + i + "x"), new FormTranslation(Optional.empty(), Optional.empty(), Map.of()));
        }
        return translations;
    }
}

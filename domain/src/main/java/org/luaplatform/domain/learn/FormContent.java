package org.luaplatform.domain.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// The words and questions of a form.
///
/// @param title 1 to 200 characters
/// @param description at most 2,000 characters
/// @param language the language in which title, description and fields are written
/// @param fields the questions in the order in which they are asked, at most 200, each under a key of its own
/// @param translations the words in other languages, at most 50
public record FormContent(
        String title,
        Optional<String> description,
        Language language,
        List<Field> fields,
        Map<Language, FormTranslation> translations) {

    public static final int MOST_FIELDS = 200;
    public static final int MOST_TRANSLATIONS = 50;

    public FormContent {
        var violations = new Violations();
        String givenTitle = title;
        title = violations
                .attempt(Pointer.to("title"), () -> Text.required(givenTitle, 200, Pointer.ROOT))
                .orElse("");
        description = description.flatMap(given ->
                violations.attempt(Pointer.to("description"), () -> Text.required(given, 2_000, Pointer.ROOT)));
        fields = List.copyOf(fields);
        translations = Map.copyOf(translations);
        checkFields(fields, violations);
        checkTranslations(fields, translations, violations);
        violations.throwIfAny();
    }

    public Optional<Field> field(FieldKey key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static void checkFields(List<Field> fields, Violations violations) {
        Pointer place = Pointer.to("fields");
        violations.check(fields.size() <= MOST_FIELDS, place, "must have at most " + MOST_FIELDS + " fields");
        Map<FieldKey, Field> earlier = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Pointer here = place.child(i);
            field.visibleWhen()
                    .ifPresent(condition -> violations.check(
                            earlier.containsKey(condition.field()),
                            here.child("visibleWhen").child("field"),
                            "must be the key of an earlier field"));
            violations.check(
                    earlier.putIfAbsent(field.key(), field) == null,
                    here.child("key"),
                    "is already used by another field");
        }
    }

    private static void checkTranslations(
            List<Field> fields, Map<Language, FormTranslation> translations, Violations violations) {
        Pointer place = Pointer.to("translations");
        violations.check(
                translations.size() <= MOST_TRANSLATIONS, place, "must be at most " + MOST_TRANSLATIONS + " languages");
        translations.forEach((language, translation) -> translation
                .fields()
                .keySet()
                .forEach(key -> violations.check(
                        fields.stream().anyMatch(field -> field.key().equals(key)),
                        place.child(language.tag()).child("fields").child(key.value()),
                        "is not the key of a field")));
    }
}

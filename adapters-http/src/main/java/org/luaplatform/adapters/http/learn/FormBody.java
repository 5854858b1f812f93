package org.luaplatform.adapters.http.learn;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.luaplatform.adapters.http.edge.Body;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Visibility;

/// A form as clients send it.
record FormBody(FormContent content, FormSettings settings) {

    private static final int USUAL_RATING = 5;
    private static final FieldKey NO_KEY = new FieldKey("none");

    /// @throws org.luaplatform.domain.Invalid with everything that is wrong with it
    static FormBody read(Body body) {
        String title = body.requiredText("title");
        Optional<String> description = body.text("description");
        Language language = body.made("language", Language::new).orElse(Language.ENGLISH);
        List<Field> fields = body.objects("fields", FormBody::field);
        Map<Language, FormTranslation> translations = translations(body);
        FormSettings settings = body.object("settings", FormBody::settings).orElse(FormSettings.PUBLIC);
        return body.finish(
                () -> new FormBody(new FormContent(title, description, language, fields, translations), settings));
    }

    private static Optional<FormSettings> settings(Body body) {
        boolean open = body.flag("public").orElse(FormSettings.PUBLIC.open());
        List<String> origins = body.texts("allowedOrigins");
        return body.attempt(() -> new FormSettings(open, Set.copyOf(origins)));
    }

    private static Optional<Field> field(Body body) {
        FieldKey key = key(body, "key");
        String label = body.requiredText("label");
        Optional<String> help = body.text("help");
        boolean required = body.flag("required").orElse(false);
        Optional<Visibility> visibleWhen = body.object("visibleWhen", FormBody::visibility);
        Optional<FieldType> type = type(body);
        return type.flatMap(known -> body.attempt(() -> new Field(key, label, help, required, visibleWhen, known)));
    }

    private static FieldKey key(Body body, String field) {
        body.require(field);
        return body.made(field, FieldKey::new).orElse(NO_KEY);
    }

    private static Optional<FieldType> type(Body body) {
        return switch (body.requiredText("type")) {
            case "shortText" -> text(body, FieldType.ShortText.LONGEST, FieldType.ShortText::new);
            case "longText" -> text(body, FieldType.LongText.LONGEST, FieldType.LongText::new);
            case "singleChoice" -> {
                List<Option> options = body.objects("options", FormBody::option);
                boolean other = body.flag("other").orElse(false);
                yield made(body, () -> new FieldType.SingleChoice(options, other));
            }
            case "multipleChoice" -> {
                List<Option> options = body.objects("options", FormBody::option);
                boolean other = body.flag("other").orElse(false);
                int atLeast = body.whole("atLeast").orElse(1);
                int atMost = body.whole("atMost").orElse(options.size() + (other ? 1 : 0));
                yield made(body, () -> new FieldType.MultipleChoice(options, other, atLeast, atMost));
            }
            case "yesNo" -> Optional.of(new FieldType.YesNo());
            case "number" -> {
                Optional<BigDecimal> min = body.number("min");
                Optional<BigDecimal> max = body.number("max");
                boolean integer = body.flag("integer").orElse(false);
                yield made(body, () -> new FieldType.Numeric(min, max, integer));
            }
            case "date" -> {
                var min = body.date("min");
                var max = body.date("max");
                yield made(body, () -> new FieldType.Date(min, max));
            }
            case "email" -> Optional.of(new FieldType.Email());
            case "rating" -> {
                int points = body.whole("scale").orElse(USUAL_RATING);
                yield made(body, () -> new FieldType.Scored(new Scale.Rating(points)));
            }
            case "nps" -> Optional.of(new FieldType.Scored(new Scale.Nps()));
            case "csat" -> Optional.of(new FieldType.Scored(new Scale.Csat()));
            case "ces" -> Optional.of(new FieldType.Scored(new Scale.Ces()));
            default -> {
                body.fault("type", "must be one of " + String.join(", ", FormJson.TYPES));
                // What belongs to a type that there is not cannot be judged.
                body.askAll();
                yield Optional.empty();
            }
        };
    }

    /// A type whose only rule is how long a text may be.
    private interface TextType {
        FieldType of(int maxLength);
    }

    private static Optional<FieldType> text(Body body, int longest, TextType type) {
        int maxLength = body.whole("maxLength").orElse(longest);
        return made(body, () -> type.of(maxLength));
    }

    private static Optional<FieldType> made(Body body, Supplier<FieldType> making) {
        return body.attempt(making);
    }

    private static Optional<Option> option(Body body) {
        FieldKey key = key(body, "key");
        String label = body.requiredText("label");
        return body.attempt(() -> new Option(key, label));
    }

    private static Optional<Visibility> visibility(Body body) {
        FieldKey field = key(body, "field");
        Set<String> in = new HashSet<>();
        for (Object value : body.values("in")) {
            plain(value).ifPresentOrElse(in::add, () -> body.fault("in", "must be texts, numbers, true or false"));
        }
        return body.attempt(() -> new Visibility(field, in));
    }

    /// The value as answers are compared with it ([org.luaplatform.domain.learn.Answer#values]).
    private static Optional<String> plain(Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean yes -> Optional.of(yes.toString());
            case Long whole -> Optional.of(whole.toString());
            case Double real ->
                Optional.of(BigDecimal.valueOf(real).stripTrailingZeros().toPlainString());
            case BigDecimal exact -> Optional.of(exact.stripTrailingZeros().toPlainString());
            default -> Optional.empty();
        };
    }

    private static Map<Language, FormTranslation> translations(Body body) {
        Map<String, FormTranslation> byTag = body.entries("translations", (all, tag) -> {
            if (!Language.isTag(tag)) {
                all.fault(tag, "must be a BCP 47 language tag such as en or pt-BR");
                return Optional.empty();
            }
            return all.object(tag, FormBody::translation);
        });
        Map<Language, FormTranslation> translations = new HashMap<>();
        byTag.forEach((tag, translation) -> translations.put(new Language(tag), translation));
        return translations;
    }

    private static Optional<FormTranslation> translation(Body body) {
        Optional<String> title = body.text("title");
        Optional<String> description = body.text("description");
        Map<FieldKey, FormTranslation.FieldTranslation> fields =
                keyed(body.entries("fields", (all, key) -> all.object(key, FormBody::fieldTranslation)), body);
        return body.attempt(() -> new FormTranslation(title, description, fields));
    }

    private static Optional<FormTranslation.FieldTranslation> fieldTranslation(Body body) {
        Optional<String> label = body.text("label");
        Optional<String> help = body.text("help");
        Map<FieldKey, String> options = keyed(body.entries("options", Body::text), body);
        return body.attempt(() -> new FormTranslation.FieldTranslation(label, help, options));
    }

    private static <T> Map<FieldKey, T> keyed(Map<String, T> byName, Body body) {
        Map<FieldKey, T> byKey = new HashMap<>();
        byName.forEach((name, value) -> body.attempt(() -> new FieldKey(name)).ifPresent(key -> byKey.put(key, value)));
        return byKey;
    }
}

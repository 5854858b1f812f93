package org.luaplatform.adapters.http.learn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Visibility;

/// Forms as clients read them.
final class FormJson {

    static final List<String> TYPES = List.of(
            "shortText",
            "longText",
            "singleChoice",
            "multipleChoice",
            "yesNo",
            "number",
            "date",
            "email",
            "rating",
            "nps",
            "csat",
            "ces");

    private static final FormTranslation NO_TRANSLATION =
            new FormTranslation(Optional.empty(), Optional.empty(), Map.of());
    private static final FormTranslation.FieldTranslation NO_FIELD_TRANSLATION =
            new FormTranslation.FieldTranslation(Optional.empty(), Optional.empty(), Map.of());

    private FormJson() {}

    /// A form as its owners see it, whatever respondents see so far.
    static void write(JsonWriter json, Versioned<Form> versioned) {
        Form form = versioned.value();
        json.startObject()
                .field("id", form.id().value())
                .field("status", status(form))
                .field("version", form.latest().map(FormVersion::number).orElse(0));
        content(json, form.content());
        json.startObject("settings")
                .field("public", form.settings().open())
                .strings(
                        "allowedOrigins",
                        form.settings().allowedOrigins().stream().sorted().toList())
                .endObject()
                .field("createdAt", form.createdAt());
        form.latest().ifPresent(version -> json.field("publishedAt", version.publishedAt()));
        json.field(
                        "changed",
                        form.latest()
                                .map(version -> !version.content().equals(form.content()))
                                .orElse(true))
                .endObject();
    }

    private static String status(Form form) {
        return switch (form) {
            case Form.Draft _ -> "draft";
            case Form.Open _ -> "open";
            case Form.Closed _ -> "closed";
        };
    }

    static void write(JsonWriter json, FormVersion version) {
        json.startObject()
                .field("formId", version.form().value())
                .field("version", version.number())
                .field("publishedAt", version.publishedAt());
        content(json, version.content());
        json.endObject();
    }

    /// A form as respondents see it, in one language.
    ///
    /// @param language one of the form's own
    static byte[] forRespondents(FormVersion version, Language language) {
        FormContent content = version.content();
        FormTranslation words = content.translations().getOrDefault(language, NO_TRANSLATION);
        var json = new JsonWriter(1024)
                .startObject()
                .field("id", version.form().value())
                .field("version", version.number())
                .field("language", language.tag())
                .strings(
                        "languages",
                        PublicLanguages.of(content).stream().map(Language::tag).toList())
                .field("title", words.title().orElse(content.title()))
                .field("description", words.description().or(content::description))
                .startArray("fields");
        for (Field field : content.fields()) {
            field(json, field, content, words.fields().getOrDefault(field.key(), NO_FIELD_TRANSLATION));
        }
        return json.endArray().endObject().toBytes();
    }

    private static void content(JsonWriter json, FormContent content) {
        json.field("title", content.title())
                .field("description", content.description())
                .field("language", content.language().tag())
                .startArray("fields");
        for (Field field : content.fields()) {
            field(json, field, content, NO_FIELD_TRANSLATION);
        }
        json.endArray();
        if (!content.translations().isEmpty()) {
            json.startObject("translations");
            content.translations().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Language::tag)))
                    .forEach(entry -> translation(json, entry.getKey(), entry.getValue()));
            json.endObject();
        }
    }

    private static void field(
            JsonWriter json, Field field, FormContent content, FormTranslation.FieldTranslation words) {
        json.startObject()
                .field("key", field.key().value())
                .field("type", type(field.type()))
                .field("label", words.label().orElse(field.label()))
                .field("help", words.help().or(field::help))
                .field("required", field.required());
        rules(json, field.type(), words.options());
        field.visibleWhen().ifPresent(condition -> visibility(json, condition, content));
        json.endObject();
    }

    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.ShortText _ -> "shortText";
            case FieldType.LongText _ -> "longText";
            case FieldType.SingleChoice _ -> "singleChoice";
            case FieldType.MultipleChoice _ -> "multipleChoice";
            case FieldType.YesNo _ -> "yesNo";
            case FieldType.Numeric _ -> "number";
            case FieldType.Date _ -> "date";
            case FieldType.Email _ -> "email";
            case FieldType.Scored(Scale scale) ->
                switch (scale) {
                    case Scale.Rating _ -> "rating";
                    case Scale.Nps _ -> "nps";
                    case Scale.Csat _ -> "csat";
                    case Scale.Ces _ -> "ces";
                };
        };
    }

    private static void rules(JsonWriter json, FieldType type, Map<FieldKey, String> labels) {
        switch (type) {
            case FieldType.ShortText(int maxLength) -> json.field("maxLength", maxLength);
            case FieldType.LongText(int maxLength) -> json.field("maxLength", maxLength);
            case FieldType.SingleChoice(List<Option> options, boolean other) -> {
                options(json, options, labels);
                json.field("other", other);
            }
            case FieldType.MultipleChoice(List<Option> options, boolean other, int atLeast, int atMost) -> {
                options(json, options, labels);
                json.field("other", other).field("atLeast", atLeast).field("atMost", atMost);
            }
            case FieldType.Numeric(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean integer) -> {
                min.ifPresent(bound -> json.field("min", bound));
                max.ifPresent(bound -> json.field("max", bound));
                json.field("integer", integer);
            }
            case FieldType.Date(var min, var max) -> {
                min.ifPresent(bound -> json.field("min", bound));
                max.ifPresent(bound -> json.field("max", bound));
            }
            case FieldType.Scored(Scale scale) -> {
                if (scale instanceof Scale.Rating(int points)) {
                    json.field("scale", points);
                }
            }
            case FieldType.YesNo _, FieldType.Email _ -> {}
        }
    }

    private static void options(JsonWriter json, List<Option> options, Map<FieldKey, String> labels) {
        json.startArray("options");
        for (Option option : options) {
            json.startObject()
                    .field("key", option.key().value())
                    .field("label", labels.getOrDefault(option.key(), option.label()))
                    .endObject();
        }
        json.endArray();
    }

    /// The values as they are answered: 3 and not "3" where the earlier question takes a number.
    private static void visibility(JsonWriter json, Visibility condition, FormContent content) {
        Optional<FieldType> type = content.field(condition.field()).map(Field::type);
        boolean isNumber = type.filter(known -> known instanceof FieldType.Scored || known instanceof FieldType.Numeric)
                .isPresent();
        boolean isYesNo = type.filter(FieldType.YesNo.class::isInstance).isPresent();
        json.startObject("visibleWhen")
                .field("field", condition.field().value())
                .startArray("in");
        condition.in().stream().sorted().forEach(value -> {
            if (isNumber && isNumber(value)) {
                json.value(new BigDecimal(value));
            } else if (isYesNo && (value.equals("true") || value.equals("false"))) {
                json.value(value.equals("true"));
            } else {
                json.value(value);
            }
        });
        json.endArray().endObject();
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= 40 && new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static void translation(JsonWriter json, Language language, FormTranslation translation) {
        json.startObject(language.tag())
                .field("title", translation.title())
                .field("description", translation.description())
                .startObject("fields");
        sorted(translation.fields()).forEach(entry -> {
            json.startObject(entry.getKey().value())
                    .field("label", entry.getValue().label())
                    .field("help", entry.getValue().help())
                    .startObject("options");
            sorted(entry.getValue().options())
                    .forEach(option -> json.field(option.getKey().value(), option.getValue()));
            json.endObject().endObject();
        });
        json.endObject().endObject();
    }

    private static <T> List<Map.Entry<FieldKey, T>> sorted(Map<FieldKey, T> byKey) {
        return byKey.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}

package org.luaplatform.adapters.documents.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;

/// Kinds of questions as documents: `{name, …}` with the bounds of each.
final class FieldTypeDocument {

    private FieldTypeDocument() {}

    static Document of(FieldType type) {
        return switch (type) {
            case FieldType.ShortText(int maxLength) ->
                named("shortText").put("maxLength", maxLength).build();
            case FieldType.LongText(int maxLength) ->
                named("longText").put("maxLength", maxLength).build();
            case FieldType.SingleChoice(List<Option> options, boolean other) ->
                named("singleChoice")
                        .putDocuments("options", options(options))
                        .put("other", other)
                        .build();
            case FieldType.MultipleChoice(List<Option> options, boolean other, int atLeast, int atMost) ->
                named("multipleChoice")
                        .putDocuments("options", options(options))
                        .put("other", other)
                        .put("atLeast", atLeast)
                        .put("atMost", atMost)
                        .build();
            case FieldType.YesNo() -> named("yesNo").build();
            // As texts, since stores disagree on how many digits a number has.
            case FieldType.Numeric(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean integer) ->
                named("number")
                        .put("min", min.map(BigDecimal::toString))
                        .put("max", max.map(BigDecimal::toString))
                        .put("integer", integer)
                        .build();
            case FieldType.Date(Optional<LocalDate> min, Optional<LocalDate> max) ->
                named("date")
                        .put("min", min.map(LocalDate::toString))
                        .put("max", max.map(LocalDate::toString))
                        .build();
            case FieldType.Email() -> named("email").build();
            case FieldType.Scored(Scale scale) ->
                named("scored").put("scale", ScaleDocument.of(scale)).build();
        };
    }

    static FieldType toType(Document document) {
        return switch (document.text("name")) {
            case "shortText" -> new FieldType.ShortText(document.count("maxLength"));
            case "longText" -> new FieldType.LongText(document.count("maxLength"));
            case "singleChoice" -> new FieldType.SingleChoice(toOptions(document), document.flag("other"));
            case "multipleChoice" ->
                new FieldType.MultipleChoice(
                        toOptions(document),
                        document.flag("other"),
                        document.count("atLeast"),
                        document.count("atMost"));
            case "yesNo" -> new FieldType.YesNo();
            case "number" ->
                new FieldType.Numeric(
                        document.readOptional("min", BigDecimal::new),
                        document.readOptional("max", BigDecimal::new),
                        document.flag("integer"));
            case "date" ->
                new FieldType.Date(
                        document.readOptional("min", LocalDate::parse), document.readOptional("max", LocalDate::parse));
            case "email" -> new FieldType.Email();
            case "scored" -> new FieldType.Scored(ScaleDocument.toScale(document.document("scale")));
            case String other -> throw document.malformed("name", "is unknown: " + other);
        };
    }

    private static Document.Builder named(String name) {
        return Document.builder().put("name", name);
    }

    private static List<Document> options(List<Option> options) {
        return options.stream()
                .map(option -> Document.builder()
                        .put("key", option.key().value())
                        .put("label", option.label())
                        .build())
                .toList();
    }

    private static List<Option> toOptions(Document document) {
        return document.documents("options").stream()
                .map(option -> new Option(option.read("key", FieldKey::new), option.text("label")))
                .toList();
    }

    /// Scales as documents: `{name, points?}`.
    static final class ScaleDocument {

        private ScaleDocument() {}

        static Document of(Scale scale) {
            return switch (scale) {
                case Scale.Rating(int points) ->
                    named("rating").put("points", points).build();
                case Scale.Nps() -> named("nps").build();
                case Scale.Csat() -> named("csat").build();
                case Scale.Ces() -> named("ces").build();
            };
        }

        static Scale toScale(Document document) {
            return switch (document.text("name")) {
                case "rating" -> new Scale.Rating(document.count("points"));
                case "nps" -> new Scale.Nps();
                case "csat" -> new Scale.Csat();
                case "ces" -> new Scale.Ces();
                case String other -> throw document.malformed("name", "is unknown: " + other);
            };
        }
    }
}

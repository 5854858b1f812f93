package org.luaplatform.domain.learn;

import java.util.Map;
import java.util.Optional;

/// What the columns of an imported file mean.
///
/// A column that is not mapped explicitly means what an export's column of that name means: `id`,
/// `answers.<field>`, `language`, `channel`, `occurredAt`, `respondent.ref`, `respondent.attributes.<name>`; or the
/// field with that key. Anything else is ignored, which a dry run shows.
public record ImportMapping(Map<String, Target> columns) {

    public static final ImportMapping AUTOMATIC = new ImportMapping(Map.of());

    public ImportMapping {
        columns = Map.copyOf(columns);
    }

    /// What one column is used for in a form; empty if it is ignored.
    public Optional<Target> target(String column, FormContent form) {
        return Optional.ofNullable(columns.get(column)).or(() -> automatic(column, form));
    }

    private static Optional<Target> automatic(String column, FormContent form) {
        Optional<Target> reserved = switch (column) {
            case "id" -> Optional.of(new Target.RowKey());
            case "language" -> Optional.of(new Target.SpokenLanguage());
            case "channel" -> Optional.of(new Target.Via());
            case "occurredAt" -> Optional.of(new Target.OccurredAt());
            case "respondent.ref" -> Optional.of(new Target.RespondentRef());
            // What an export tells beyond that is not for the importer to say.
            case "formId", "formVersion", "receivedAt" -> Optional.of(new Target.Ignored());
            default -> Optional.empty();
        };
        if (reserved.isPresent()) {
            return reserved;
        }
        String attributes = "respondent.attributes.";
        if (column.startsWith(attributes)) {
            return Optional.of(new Target.Attribute(column.substring(attributes.length())));
        }
        String key = column.startsWith("answers.") ? column.substring("answers.".length()) : column;
        return form.fields().stream()
                .map(Field::key)
                .filter(field -> field.value().equals(key))
                .findFirst()
                .map(Target.ToField::new);
    }

    /// The meaning of a column.
    public sealed interface Target {

        record ToField(FieldKey field) implements Target {}

        /// The form's first field on a scale.
        record Score() implements Target {}

        /// The form's first text field, a long one if there is any.
        record Words() implements Target {}

        record SpokenLanguage() implements Target {}

        record Via() implements Target {}

        record OccurredAt() implements Target {}

        record RespondentRef() implements Target {}

        record Attribute(String name) implements Target {}

        /// What tells the row from all others, in this file and in later ones.
        record RowKey() implements Target {}

        record Ignored() implements Target {}
    }
}

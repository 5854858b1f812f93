package org.luaplatform.domain.learn;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// A row of an imported file, read as the submission that it stands for.
///
/// @param key what the file itself tells the row by, if it has a column for that
/// @param content everything of the row that is used: equal for rows that say the same
public record ImportedRow(Submission submission, Optional<String> key, String content) {

    private static final int LONGEST_KEY = 200;

    /// @param violations collects what is wrong with the row itself; whether its answers fit the form is for
    ///     [Feedback#on] to say
    public static ImportedRow read(
            Map<String, RawAnswer> cells, ImportMapping mapping, FormContent form, Violations violations) {
        var reading = new Reading(form, violations);
        // In an order that does not depend on the file's, so that a file with its columns rearranged says the same.
        new TreeMap<>(cells)
                .forEach((column, cell) -> mapping.target(column, form)
                        .filter(target -> !(target instanceof ImportMapping.Target.Ignored) && !CellText.isBlank(cell))
                        .ifPresent(target -> reading.take(column, target, cell)));
        return reading.row();
    }

    /// One pass over a row's cells.
    private static final class Reading {

        private final FormContent form;
        private final Violations violations;
        private final Map<String, RawAnswer> answers = new LinkedHashMap<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private final StringBuilder content = new StringBuilder();
        private Optional<String> key = Optional.empty();
        private Optional<String> ref = Optional.empty();
        private Optional<Language> language = Optional.empty();
        private Optional<Channel> channel = Optional.of(Channel.IMPORT);
        private Optional<Instant> occurredAt = Optional.empty();

        Reading(FormContent form, Violations violations) {
            this.form = form;
            this.violations = violations;
        }

        void take(String column, ImportMapping.Target target, RawAnswer cell) {
            Pointer place = Pointer.to(column);
            String text = CellText.of(cell).strip();
            // Lengths keep the cells ("a", "bc") and ("ab", "c") apart.
            content.append(column)
                    .append(' ')
                    .append(text.length())
                    .append(' ')
                    .append(text)
                    .append('\n');
            switch (target) {
                case ImportMapping.Target.ToField(FieldKey field) -> answer(form.field(field), cell, place);
                case ImportMapping.Target.Score _ -> answer(first(FieldType.Scored.class::isInstance), cell, place);
                case ImportMapping.Target.Words _ -> answer(firstForWords(), cell, place);
                case ImportMapping.Target.SpokenLanguage _ ->
                    language = violations.attempt(place, () -> new Language(text));
                case ImportMapping.Target.Via _ -> channel = violations.attempt(place, () -> new Channel(text));
                case ImportMapping.Target.OccurredAt _ -> {
                    occurredAt = CellText.instant(text);
                    violations.check(
                            occurredAt.isPresent(), place, "must be a date or time such as 2026-11-25T10:00:00Z");
                }
                case ImportMapping.Target.RespondentRef _ -> ref = Optional.of(text);
                case ImportMapping.Target.Attribute(String name) -> attributes.put(name, text);
                case ImportMapping.Target.RowKey _ -> {
                    violations.check(
                            text.length() <= LONGEST_KEY, place, "must have at most " + LONGEST_KEY + " characters");
                    key = Optional.of(text);
                }
                case ImportMapping.Target.Ignored _ -> {}
            }
        }

        ImportedRow row() {
            violations.check(
                    ref.isPresent() || attributes.isEmpty(),
                    Pointer.to("respondent.ref"),
                    "must be there where attributes are");
            Optional<Respondent> respondent = ref.flatMap(
                    given -> violations.attempt(Pointer.to("respondent"), () -> new Respondent(given, attributes)));
            return new ImportedRow(
                    new Submission(answers, language, channel, respondent, occurredAt), key, content.toString());
        }

        private Optional<Field> firstForWords() {
            return first(FieldType.LongText.class::isInstance).or(() -> first(FieldType.ShortText.class::isInstance));
        }

        private Optional<Field> first(Predicate<FieldType> kind) {
            return form.fields().stream()
                    .filter(field -> kind.test(field.type()))
                    .findFirst();
        }

        private void answer(Optional<Field> field, RawAnswer cell, Pointer place) {
            violations.check(field.isPresent(), place, "is mapped to a field that the form does not have");
            field.ifPresent(found -> answers.put(found.key().value(), CellText.answer(found.type(), cell)));
        }
    }
}

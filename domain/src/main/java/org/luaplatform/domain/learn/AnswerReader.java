package org.luaplatform.domain.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// Holds raw answers against a form's questions and collects every violation.
final class AnswerReader {

    /// One `@` with something on both sides and no white space: more than this only a sent mail can tell.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    private static final int LONGEST_OTHER = 1_000;

    private final FormContent form;
    private final Violations violations;

    AnswerReader(FormContent form, Violations violations) {
        this.form = form;
        this.violations = violations;
    }

    /// The answers that fit. Whether any did not is in the violations, at `place` and below.
    Answers read(Map<String, RawAnswer> raw, Pointer place) {
        Map<FieldKey, Answer> read = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Pointer here = place.child(field.key().value());
            RawAnswer given = raw.getOrDefault(field.key().value(), new RawAnswer.Nothing());
            boolean visible = field.visibleWhen()
                    .map(condition -> condition.holds(new Answers(read)))
                    .orElse(true);
            boolean answered = !isNothing(given);
            if (!visible) {
                violations.check(!answered, here, "is not asked here, because of the answers to earlier questions");
            } else if (answered) {
                readOne(field.type(), given, here).ifPresent(answer -> read.put(field.key(), answer));
            } else {
                violations.check(!field.required(), here, "must be answered");
            }
        }
        for (String key : raw.keySet()) {
            violations.check(
                    form.fields().stream().anyMatch(field -> field.key().value().equals(key)),
                    place.child(key),
                    "is not a field of this form");
        }
        return new Answers(read);
    }

    private static boolean isNothing(RawAnswer raw) {
        return switch (raw) {
            case RawAnswer.Nothing _ -> true;
            case RawAnswer.Text(String value) -> value.isBlank();
            case RawAnswer.Other(String text) -> text.isBlank();
            case RawAnswer.Many(List<RawAnswer> values) -> values.isEmpty();
            case RawAnswer.Numeric _, RawAnswer.Bool _, RawAnswer.Unreadable _ -> false;
        };
    }

    private Optional<Answer> readOne(FieldType type, RawAnswer raw, Pointer place) {
        return switch (type) {
            case FieldType.ShortText(int maxLength) -> text(raw, maxLength, place);
            case FieldType.LongText(int maxLength) -> text(raw, maxLength, place);
            case FieldType.SingleChoice(List<Option> options, boolean other) ->
                choice(List.of(raw), options, other, place, 1, 1);
            case FieldType.MultipleChoice(List<Option> options, boolean other, int atLeast, int atMost) ->
                choice(
                        raw instanceof RawAnswer.Many(List<RawAnswer> values) ? values : List.of(raw),
                        options,
                        other,
                        place,
                        atLeast,
                        atMost);
            case FieldType.YesNo() -> yesNo(raw, place);
            case FieldType.Numeric number -> number(raw, number, place);
            case FieldType.Date date -> date(raw, date, place);
            case FieldType.Email() -> email(raw, place);
            case FieldType.Scored(Scale scale) -> score(raw, scale, place);
        };
    }

    private Optional<Answer> text(RawAnswer raw, int maxLength, Pointer place) {
        if (!(raw instanceof RawAnswer.Text(String value))) {
            violations.add(place, "must be a text");
            return Optional.empty();
        }
        if (!violations.check(value.length() <= maxLength, place, "must have at most " + maxLength + " characters")) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Text(value));
    }

    private Optional<Answer> choice(
            List<RawAnswer> raw, List<Option> options, boolean otherAllowed, Pointer place, int atLeast, int atMost) {
        List<FieldKey> chosen = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean fits = true;
        for (RawAnswer one : raw) {
            switch (one) {
                case RawAnswer.Text(String value) -> {
                    Optional<FieldKey> key = options.stream()
                            .map(Option::key)
                            .filter(option -> option.value().equals(value))
                            .findFirst();
                    fits &= violations.check(key.isPresent(), place, "must be one of the options");
                    key.ifPresent(chosen::add);
                }
                case RawAnswer.Other(String text) -> {
                    fits &= violations.check(otherAllowed, place, "must be one of the options");
                    String words = text.strip();
                    fits &= violations.check(
                            !words.isEmpty() && words.length() <= LONGEST_OTHER,
                            place,
                            "must have between 1 and " + LONGEST_OTHER + " characters under other");
                    others.add(words);
                }
                case RawAnswer.Numeric _,
                        RawAnswer.Bool _,
                        RawAnswer.Many _,
                        RawAnswer.Nothing _,
                        RawAnswer.Unreadable _ -> fits = violations.check(false, place, "must be the key of an option");
            }
        }
        fits &= violations.check(
                chosen.stream().distinct().count() == chosen.size() && others.size() <= 1,
                place,
                "must not choose the same twice");
        int count = raw.size();
        fits &= violations.check(
                count >= atLeast && count <= atMost, place, "must choose between " + atLeast + " and " + atMost);
        if (!fits) {
            return Optional.empty();
        }
        List<FieldKey> inOrder =
                options.stream().map(Option::key).filter(chosen::contains).toList();
        return Optional.of(new Answer.Choice(inOrder, others.stream().findFirst()));
    }

    private Optional<Answer> yesNo(RawAnswer raw, Pointer place) {
        if (raw instanceof RawAnswer.Bool(boolean value)) {
            return Optional.of(new Answer.YesNo(value));
        }
        violations.add(place, "must be true or false");
        return Optional.empty();
    }

    private Optional<Answer> number(RawAnswer raw, FieldType.Numeric type, Pointer place) {
        if (!(raw instanceof RawAnswer.Numeric(BigDecimal value))) {
            violations.add(place, "must be a number");
            return Optional.empty();
        }
        if (!FieldType.Numeric.isShort(value)) {
            violations.add(place, "must have at most " + FieldType.Numeric.MOST_DIGITS + " digits");
            return Optional.empty();
        }
        boolean fits = violations.check(
                !type.integer() || value.stripTrailingZeros().scale() <= 0, place, "must be a whole number");
        fits &= violations.check(
                type.min().map(min -> value.compareTo(min) >= 0).orElse(true),
                place,
                "must be at least " + type.min().map(BigDecimal::toPlainString).orElse(""));
        fits &= violations.check(
                type.max().map(max -> value.compareTo(max) <= 0).orElse(true),
                place,
                "must be at most " + type.max().map(BigDecimal::toPlainString).orElse(""));
        return fits ? Optional.of(new Answer.Numeric(value)) : Optional.empty();
    }

    private Optional<Answer> date(RawAnswer raw, FieldType.Date type, Pointer place) {
        Optional<LocalDate> parsed = raw instanceof RawAnswer.Text(String value) ? parseDate(value) : Optional.empty();
        if (parsed.isEmpty()) {
            violations.add(place, "must be a date such as 2026-11-25");
            return Optional.empty();
        }
        LocalDate value = parsed.get();
        boolean fits = violations.check(
                type.min().map(min -> !value.isBefore(min)).orElse(true),
                place,
                "must not be before " + type.min().map(LocalDate::toString).orElse(""));
        fits &= violations.check(
                type.max().map(max -> !value.isAfter(max)).orElse(true),
                place,
                "must not be after " + type.max().map(LocalDate::toString).orElse(""));
        return fits ? Optional.of(new Answer.Date(value)) : Optional.empty();
    }

    private static Optional<LocalDate> parseDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<Answer> email(RawAnswer raw, Pointer place) {
        if (raw instanceof RawAnswer.Text(String value)
                && EMAIL.matcher(value.strip()).matches()) {
            return Optional.of(new Answer.Email(value.strip()));
        }
        violations.add(place, "must be an e-mail address");
        return Optional.empty();
    }

    private Optional<Answer> score(RawAnswer raw, Scale scale, Pointer place) {
        if (raw instanceof RawAnswer.Numeric(BigDecimal value)) {
            for (int candidate = scale.lowest(); candidate <= scale.highest(); candidate++) {
                if (value.compareTo(BigDecimal.valueOf(candidate)) == 0) {
                    return Optional.of(new Answer.Score(scale, candidate));
                }
            }
        }
        violations.add(place, "must be a whole number from " + scale.lowest() + " to " + scale.highest());
        return Optional.empty();
    }
}

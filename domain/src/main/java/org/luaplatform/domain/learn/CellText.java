package org.luaplatform.domain.learn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers as a file's cells write them. A CSV knows nothing but text, so that numbers, yes and no, and several
/// options of one answer are told by the question that they answer. [#write] writes what [#answer] reads.
public final class CellText {

    private static final List<String> YES = List.of("true", "yes", "y", "1");
    private static final List<String> NO = List.of("false", "no", "n", "0");

    /// Stands between the options of one answer.
    private static final char SEPARATOR = '|';

    /// Makes the next character mean itself.
    private static final char ESCAPE = '\\';

    /// Tells what was written under "other" from the keys of options.
    private static final String OTHER = "other:";

    /// A number that a form takes has at most 40 digits, before or behind as many noughts.
    private static final int LONGEST_NUMBER = 100;

    private CellText() {}

    /// The cell that stands for `answer`.
    public static String write(Answer answer) {
        return switch (answer) {
            case Answer.Choice(List<FieldKey> options, Optional<String> other) -> {
                List<String> parts = new ArrayList<>();
                options.forEach(option -> parts.add(option.value()));
                other.ifPresent(
                        text -> parts.add(OTHER + text.replace("\\", "\\\\").replace("|", "\\|")));
                yield String.join(String.valueOf(SEPARATOR), parts);
            }
            case Answer.Numeric(BigDecimal value) -> value.toPlainString();
            case Answer.Text _, Answer.Email _, Answer.YesNo _, Answer.Date _, Answer.Score _ ->
                answer.values().getFirst();
        };
    }

    /// The cell as an answer to a question of this type. What does not fit stays as it is, for the form to refuse.
    static RawAnswer answer(FieldType type, RawAnswer cell) {
        if (!(cell instanceof RawAnswer.Text(String text))) {
            return cell;
        }
        return switch (type) {
            case FieldType.Scored _, FieldType.Numeric _ -> number(text.strip()).orElse(cell);
            case FieldType.YesNo _ -> yesNo(text.strip()).orElse(cell);
            case FieldType.SingleChoice(List<Option> options, boolean _) -> choice(text.strip(), options);
            case FieldType.MultipleChoice multiple -> {
                List<RawAnswer> values = new ArrayList<>();
                split(text).forEach(part -> values.add(choice(part.strip(), multiple.options())));
                yield new RawAnswer.Many(values);
            }
            case FieldType.Date _, FieldType.Email _ -> new RawAnswer.Text(text.strip());
            case FieldType.ShortText _, FieldType.LongText _ -> cell;
        };
    }

    static boolean isBlank(RawAnswer cell) {
        return cell instanceof RawAnswer.Nothing || (cell instanceof RawAnswer.Text(String text) && text.isBlank());
    }

    /// The cell as plain text.
    static String of(RawAnswer cell) {
        return switch (cell) {
            case RawAnswer.Text(String value) -> value;
            case RawAnswer.Numeric(BigDecimal value) -> value.toString();
            case RawAnswer.Bool(boolean value) -> Boolean.toString(value);
            case RawAnswer.Many(List<RawAnswer> values) ->
                String.join(
                        String.valueOf(SEPARATOR),
                        values.stream().map(CellText::of).toList());
            case RawAnswer.Other(String text) -> OTHER + text;
            case RawAnswer.Nothing _, RawAnswer.Unreadable _ -> "";
        };
    }

    /// A moment, or a day, which begins at midnight UTC.
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException _) {
            try {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    private static Optional<RawAnswer> number(String text) {
        try {
            return text.length() <= LONGEST_NUMBER
                    ? Optional.of(new RawAnswer.Numeric(new BigDecimal(text)))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<RawAnswer> yesNo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return Optional.of(new RawAnswer.Bool(true));
        }
        return NO.contains(lower) ? Optional.of(new RawAnswer.Bool(false)) : Optional.empty();
    }

    /// People's files name an option by its key or else by its label: one option's label may be another one's key.
    private static RawAnswer choice(String text, List<Option> options) {
        if (text.startsWith(OTHER)) {
            return new RawAnswer.Other(unescaped(text.substring(OTHER.length())));
        }
        return options.stream()
                .filter(option -> option.key().value().equals(text))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> option.label().equalsIgnoreCase(text))
                        .findFirst())
                .map(option -> new RawAnswer.Text(option.key().value()))
                .orElseGet(() -> new RawAnswer.Text(text));
    }

    /// The parts between separators, with escapes still in them.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == SEPARATOR) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == ESCAPE && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return plain.toString();
    }
}

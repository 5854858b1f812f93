package org.luaplatform.adapters.documents.learn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.learn.RawAnswer;

/// One object of NDJSON as the cells of a row: what lies within an object has a column such as `answers.score`.
///
/// `{"other": "…"}` is what somebody wrote under "other" wherever an answer may stand, which is in `answers`, in a
/// list, and at the top; but not in `respondent.attributes`, where an attribute may well have this name.
final class JsonCells {

    /// The row has more than a row may have.
    static final class TooMuch extends Exception {

        private final String problem;

        TooMuch(String problem) {
            super(problem);
            this.problem = problem;
        }

        /// As the end of a sentence that begins with the row.
        String problem() {
            return problem;
        }

        /// An expected answer to bad input; its stack trace tells nothing.
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final String ANSWERS = "answers";
    private static final Set<String> GROUPS = Set.of(ANSWERS, "respondent", "respondent.attributes");

    private final Map<String, RawAnswer> cells = new HashMap<>();
    private int values;
    private int length;

    private JsonCells() {}

    static Map<String, RawAnswer> of(Document row) throws TooMuch {
        var reading = new JsonCells();
        reading.takeAll("", row);
        return reading.cells;
    }

    private void takeAll(String group, Document object) throws TooMuch {
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
            String column = group.isEmpty() ? field.getKey() : group + "." + field.getKey();
            if (column.length() > Limits.LONGEST_COLUMN) {
                throw new TooMuch("has a name of more than " + Limits.LONGEST_COLUMN + " characters");
            }
            if (field.getValue() instanceof Document nested && !isAnswer(group, column, nested)) {
                takeAll(column, nested);
            } else {
                put(column, answer(field.getValue()));
            }
        }
    }

    private static boolean isAnswer(String group, String column, Document object) {
        return !GROUPS.contains(column) && (group.equals(ANSWERS) || (group.isEmpty() && isOther(object)));
    }

    private void put(String column, RawAnswer answer) throws TooMuch {
        if (cells.putIfAbsent(column, answer) != null) {
            throw new TooMuch("has two values for " + column);
        }
    }

    private RawAnswer answer(Object value) throws TooMuch {
        values++;
        if (values > Limits.MOST_NDJSON_VALUES) {
            throw new TooMuch("has more than " + Limits.MOST_NDJSON_VALUES + " values");
        }
        return switch (value) {
            case List<?> elements -> {
                List<RawAnswer> read = new ArrayList<>();
                for (Object element : elements) {
                    read.add(element instanceof List<?> ? new RawAnswer.Unreadable() : answer(element));
                }
                yield new RawAnswer.Many(read);
            }
            case Document object when isOther(object) -> new RawAnswer.Other(counted(object.text("other")));
            case String text -> new RawAnswer.Text(counted(text));
            case Boolean flag -> new RawAnswer.Bool(flag);
            case Long number -> new RawAnswer.Numeric(BigDecimal.valueOf(number));
            case Double number -> new RawAnswer.Numeric(BigDecimal.valueOf(number));
            case BigDecimal number -> new RawAnswer.Numeric(number);
            case Document.Nothing _ -> new RawAnswer.Nothing();
            default -> new RawAnswer.Unreadable();
        };
    }

    private static boolean isOther(Document object) {
        return object.fields().size() == 1 && object.fields().get("other") instanceof String;
    }

    private String counted(String text) throws TooMuch {
        length += text.length();
        if (length > Limits.LONGEST_CONTENT) {
            throw new TooMuch("has values of more than " + Limits.LONGEST_CONTENT + " characters");
        }
        return text;
    }
}

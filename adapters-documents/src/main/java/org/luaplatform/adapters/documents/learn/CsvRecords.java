package org.luaplatform.adapters.documents.learn;

import java.io.InputStream;
import java.util.Optional;

/// Cuts a CSV file into its records, each as it stands there. Where a record ends depends on its quotes and on
/// nothing else, so that one which makes no sense, or is too long to be kept, does not hide the next.
final class CsvRecords {

    /// @param line where it begins, counted from 1
    /// @param text as it stands in the file, without its line end, cut where it becomes too long
    record Raw(long line, String text, Shape shape) {}

    enum Shape {
        WHOLE,
        TOO_LONG,
        /// The file ended within quotes.
        UNCLOSED
    }

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        /// After a quote within quotes, which closes the cell unless another one follows.
        QUOTED_QUOTE
    }

    private final Utf8Characters file;
    private final StringBuilder text = new StringBuilder();

    CsvRecords(InputStream file) {
        this.file = new Utf8Characters(file);
    }

    /// The next record. Empty lines are none.
    Optional<Raw> next() {
        long line;
        int c;
        do {
            line = file.line();
            c = file.next();
        } while (isLineEnd(c));
        return c == Utf8Characters.END ? Optional.empty() : Optional.of(from(line, c));
    }

    private Raw from(long line, int first) {
        text.setLength(0);
        boolean tooLong = false;
        State state = State.CELL_START;
        int c = first;
        while (c != Utf8Characters.END && (state == State.QUOTED || !isLineEnd(c))) {
            if (text.length() < Limits.LONGEST_ROW) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
            state = after(state, c);
            c = file.next();
        }
        Shape shape = tooLong ? Shape.TOO_LONG : Shape.WHOLE;
        return new Raw(line, text.toString(), state == State.QUOTED ? Shape.UNCLOSED : shape);
    }

    private static State after(State state, int c) {
        return switch (state) {
            case CELL_START -> c == '"' ? State.QUOTED : plain(c);
            case PLAIN -> plain(c);
            case QUOTED -> c == '"' ? State.QUOTED_QUOTE : State.QUOTED;
            case QUOTED_QUOTE -> c == '"' ? State.QUOTED : plain(c);
        };
    }

    private static State plain(int c) {
        return c == ',' ? State.CELL_START : State.PLAIN;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }
}

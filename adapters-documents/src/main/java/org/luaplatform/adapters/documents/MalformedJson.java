package org.luaplatform.adapters.documents;

/// A text that should be a JSON object and is not, or is one that nobody sends in good faith. It is checked,
/// because whoever reads a stranger's text has to answer for this case.
public final class MalformedJson extends Exception {

    private final String problem;
    private final int line;
    private final int column;

    MalformedJson(String problem, int line, int column) {
        super(problem + " (line " + line + ", column " + column + ")");
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /// What is wrong, as the end of a sentence that begins with the text: "ends too early".
    public String problem() {
        return problem;
    }

    /// Where it was noticed, counted from 1.
    public int line() {
        return line;
    }

    /// Where in the line it was noticed, counted from 1 in characters.
    public int column() {
        return column;
    }

    /// An expected answer to bad input; its stack trace tells nothing.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

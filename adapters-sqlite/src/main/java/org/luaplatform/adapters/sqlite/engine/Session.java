package org.luaplatform.adapters.sqlite.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One connection with its prepared statements. Used by one thread at a time.
public final class Session implements AutoCloseable {

    /// Searches put their statements together from parts; the least used ones go.
    private static final int MOST_STATEMENTS = 128;

    private final Connection connection;
    private final Map<String, Call> calls = new LinkedHashMap<>(16, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /// The statement, ready to be given its values. It is prepared once, so its results must have been read before
    /// it is asked for again.
    ///
    /// @param text a statement whose values are all parameters
    public Call sql(String text) throws SQLException {
        Call known = calls.get(text);
        if (known != null && !known.hasFailed()) {
            return known.again();
        }
        if (known != null) {
            known.close();
        }
        if (calls.size() >= MOST_STATEMENTS) {
            var eldest = calls.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
        Call call = new Call(connection.prepareStatement(text));
        calls.put(text, call);
        return call;
    }

    /// The statements that were prepared, to be explained by tests.
    Set<String> statements() {
        return Set.copyOf(calls.keySet());
    }

    /// Runs a statement that has no values and is of use only once.
    void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /// Has transactions begin by themselves from now on. (Otherwise the driver would ask SQLite after each
    /// statement whether there is something to commit.)
    void beginByItself() throws SQLException {
        connection.setAutoCommit(false);
    }

    // The driver's own commit and rollback would have SQLite parse their statements each time.

    /// Makes what was done since the last end durable, and begins anew.
    void commit() throws SQLException {
        sql("COMMIT").update();
        sql("BEGIN").update();
    }

    /// Undoes what was done since the last end, and begins anew.
    void rollBack() throws SQLException {
        try {
            sql("ROLLBACK").update();
        } catch (SQLException _) {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
        sql("BEGIN").update();
    }

    @Override
    public void close() throws SQLException {
        calls.clear();
        connection.close();
    }
}

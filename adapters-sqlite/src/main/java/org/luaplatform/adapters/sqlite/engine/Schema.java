package org.luaplatform.adapters.sqlite.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The tables, and how a file of an older version comes to have them.
final class Schema {

    /// Tells our files from others: "LUAP".
    private static final int APPLICATION_ID = 0x4C554150;

    /// One script for each version of the schema, run in order on whatever is missing. A script is never changed
    /// once it was released.
    private static final List<List<String>> VERSIONS = List.of(SchemaVersion1.STATEMENTS);

    private Schema() {}

    static void prepare(Session session, Path file) throws SQLException, Unusable {
        long version = session.sql("PRAGMA user_version").number();
        boolean isEmpty = !session.sql("SELECT 1 FROM sqlite_schema LIMIT 1").exists();
        if (!isEmpty && session.sql("PRAGMA application_id").number() != APPLICATION_ID) {
            throw new Unusable(
                    file, "belongs to another application", "move it away, or choose another data folder", null);
        }
        if (version > VERSIONS.size()) {
            throw new Unusable(
                    file,
                    "was written by a newer version (its schema is " + version + ", this version knows up to "
                            + VERSIONS.size() + ")",
                    "start that version, or put a backup from before the update in its place",
                    null);
        }
        for (int next = Math.toIntExact(version); next < VERSIONS.size(); next++) {
            migrate(session, next + 1, VERSIONS.get(next));
        }
    }

    private static void migrate(Session session, int version, List<String> statements) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        for (String statement : statements) {
            session.execute(statement);
        }
        session.execute("PRAGMA application_id = " + APPLICATION_ID);
        session.execute("PRAGMA user_version = " + version);
        session.execute("COMMIT");
    }
}

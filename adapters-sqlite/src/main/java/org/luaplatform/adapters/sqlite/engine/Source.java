package org.luaplatform.adapters.sqlite.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.domain.Revision;

/// Where the documents of a collection are.
///
/// @param columns what `reading` reads, behind the row's `seq`
public record Source(DocumentCollection collection, String table, String columns, Call.Reading<Document> reading) {

    private static final int CHUNK = 100;

    /// Documents that are stored as they are.
    public static Source of(DocumentCollection collection, String table) {
        return new Source(collection, table, "document", row -> Json.stored(row.getBytes(2)));
    }

    /// Documents whose revisions are stored beside them.
    public static Source versioned(DocumentCollection collection, String table) {
        return new Source(collection, table, "document, revision", Source::withRevision);
    }

    private static Document withRevision(ResultSet row) throws SQLException {
        return Stored.with(new Revision(row.getLong(3)), Json.stored(row.getBytes(2)));
    }

    /// All documents in the order of their arrival.
    ///
    /// @param after the position of the last that was read; empty to begin with the first
    public Stream<StoredDocument> read(Database database, Optional<String> after) {
        String sql = "SELECT seq, " + columns + " FROM " + table + " WHERE seq > ? ORDER BY seq LIMIT ?";
        return Chunks.stream(
                after.orElse("0"),
                StoredDocument::position,
                position -> database.read(session -> session.sql(sql)
                        .with(Long.parseLong(position))
                        .with(CHUNK)
                        .all(this::document)));
    }

    private StoredDocument document(ResultSet row) throws SQLException {
        Document document = reading.read(row);
        return new StoredDocument(collection, document.text("id"), document, row.getString(1));
    }

    public long count(Database database) {
        return database.read(
                session -> session.sql("SELECT count(*) FROM " + table).number());
    }
}

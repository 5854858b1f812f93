package org.luaplatform.adapters.sqlite.learn;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.luaplatform.adapters.sqlite.engine.Database;

/// Files in parts, each of which is stored and read by itself: memory holds one part, and writers take their turns
/// between two. All parts but the last are full, and the last never is, so that an end is told from a loss.
final class UploadedFiles {

    static final int PART_BYTES = 256 * 1024;

    /// Discarding gives pages of the file free one by one; others should not wait for all of a large one.
    private static final int DISCARDED_AT_ONCE = 16;

    private final Database database;

    UploadedFiles(Database database) {
        this.database = database;
    }

    void store(String upload, InputStream file) throws IOException {
        int number = 0;
        byte[] bytes;
        do {
            bytes = file.readNBytes(PART_BYTES);
            store(upload, number++, bytes);
        } while (bytes.length == PART_BYTES);
    }

    private void store(String upload, int number, byte[] bytes) {
        int _ = database.writeOne(
                session -> session.sql("INSERT INTO import_parts (upload, part, bytes) VALUES (?, ?, ?)")
                        .with(upload)
                        .with(number)
                        .with(bytes)
                        .update());
    }

    InputStream open(String upload) {
        return new PartsInputStream(number ->
                database.read(session -> session.sql("SELECT bytes FROM import_parts WHERE upload = ? AND part = ?")
                        .with(upload)
                        .with(number)
                        .first(row -> row.getBytes(1))));
    }

    void discard(String upload) {
        int discarded = DISCARDED_AT_ONCE;
        while (discarded == DISCARDED_AT_ONCE) {
            discarded = database.writeOne(session ->
                    session.sql("""
                            DELETE FROM import_parts WHERE seq IN
                              (SELECT seq FROM import_parts WHERE upload = ? LIMIT ?)""").with(upload).with(DISCARDED_AT_ONCE).update());
        }
    }

    /// Discards what was being stored when an earlier process ended.
    void discardAbandoned() {
        List<String> abandoned = database.read(session -> session.sql("""
                        SELECT DISTINCT upload FROM import_parts p
                        WHERE NOT EXISTS (SELECT 1 FROM imports i WHERE i.upload = p.upload)""").all(row -> row.getString(1)));
        abandoned.forEach(this::discard);
    }
}

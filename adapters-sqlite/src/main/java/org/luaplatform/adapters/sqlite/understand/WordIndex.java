package org.luaplatform.adapters.sqlite.understand;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.SearchWords;

/// Which feedback has which words. A word is indexed together with its organization, so that nobody's search costs
/// what others have. The index follows the order of arrival some steps behind, for what it costs would otherwise be
/// paid by whoever hands feedback in; what it has not reached is looked through by the search itself.
final class WordIndex {

    /// Stands between an organization and a word. No word contains it, and SQLite's `ascii` tokenizer takes it,
    /// like everything beyond ASCII, for a letter.
    private static final char OF = '\u00A7';

    private static final int CHUNK = 256;

    private final Database database;

    WordIndex(Database database) {
        this.database = database;
    }

    /// The pieces that have a word beginning with each of `words`, among those that are indexed.
    ///
    /// @param words at least one
    /// @return empty if there are more than `most`
    static Optional<List<Long>> find(Session session, OrganizationId organization, NavigableSet<String> words, int most)
            throws SQLException {
        // Words consist of letters and digits: nothing in them can end the quotation.
        String query = words.stream()
                .map(word -> '"' + organization.value() + OF + word + "\"*")
                .collect(Collectors.joining(" AND "));
        List<Long> found = session.sql("SELECT rowid FROM feedback_words WHERE feedback_words MATCH ? LIMIT ?")
                .with(query)
                .with(most + 1L)
                .all(row -> row.getLong(1));
        return found.size() <= most ? Optional.of(found) : Optional.empty();
    }

    /// The last piece that is indexed.
    static long reached(Session session) throws SQLException {
        return session.sql("SELECT value FROM progress WHERE name = 'words'").number();
    }

    /// Indexes some of what arrived since.
    ///
    /// @return how many pieces; 0 if there is nothing left
    int advance() {
        List<Piece> pieces = database.read(session -> session.sql("""
                        SELECT seq, document FROM feedback WHERE seq > ? ORDER BY seq LIMIT ?""")
                .with(reached(session))
                .with(CHUNK)
                .all(row -> new Piece(row.getLong(1), text(row.getBytes(2)))));
        if (!pieces.isEmpty()) {
            int _ = database.write(session -> index(session, pieces));
        }
        return pieces.size();
    }

    private static int index(Session session, List<Piece> pieces) throws SQLException {
        long reached = reached(session);
        List<Piece> missing = new ArrayList<>(pieces);
        missing.removeIf(piece -> piece.seq() <= reached);
        for (Piece piece : missing) {
            session.sql("INSERT INTO feedback_words (rowid, words) VALUES (?, ?)")
                    .with(piece.seq())
                    .with(piece.words())
                    .update();
        }
        return session.sql("UPDATE progress SET value = ? WHERE name = 'words'")
                .with(Math.max(reached, pieces.getLast().seq()))
                .update();
    }

    private static String text(byte[] document) {
        var feedback = FeedbackDocument.toFeedback(Json.stored(document));
        String organization = feedback.organization().value() + OF;
        return SearchWords.of(feedback.answers()).stream()
                .map(word -> organization + word)
                .collect(Collectors.joining(" "));
    }

    private record Piece(long seq, String words) {}
}

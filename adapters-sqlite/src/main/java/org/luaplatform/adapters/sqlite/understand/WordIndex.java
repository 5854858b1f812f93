package org.luaplatform.adapters.sqlite.understand;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.SearchWords;

/// Which feedback has which words. A word is indexed together with its organization's number, so that nobody's
/// search costs what others have. The index follows the order of arrival some steps behind, for what it costs would
/// otherwise be paid by whoever hands feedback in; what it has not reached is looked through by the search itself.
final class WordIndex {

    /// Stands between an organization's number and a word. No word contains it, and SQLite's `ascii` tokenizer
    /// takes it, like everything beyond ASCII, for a letter.
    private static final char OF = '\u00A7';

    /// The more at once, the less each costs; but others wait meanwhile.
    private static final int CHUNK = 1_000;

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
        Optional<Long> number = number(session, organization);
        if (number.isEmpty()) {
            return Optional.of(List.of());
        }
        // Words consist of letters and digits: nothing in them can end the quotation.
        String query = words.stream()
                .map(word -> "\"" + number.get() + OF + word + "\"*")
                .collect(Collectors.joining(" AND "));
        List<Long> found = session.sql("SELECT rowid FROM feedback_words WHERE feedback_words MATCH ? LIMIT ?")
                .with(query)
                .with(most + 1L)
                .all(row -> row.getLong(1));
        return found.size() <= most ? Optional.of(found) : Optional.empty();
    }

    private static Optional<Long> number(Session session, OrganizationId organization) throws SQLException {
        return session.sql("SELECT seq FROM word_owners WHERE organization = ?")
                .with(organization.value())
                .first(row -> row.getLong(1));
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
                .all(row -> Piece.of(row.getLong(1), row.getBytes(2))));
        if (!pieces.isEmpty()) {
            int _ = database.write(session -> index(session, pieces));
        }
        return pieces.size();
    }

    private static int index(Session session, List<Piece> pieces) throws SQLException {
        Map<OrganizationId, Long> numbers = new HashMap<>();
        for (Piece piece : pieces) {
            Long number = numbers.get(piece.organization());
            if (number == null) {
                number = numberOf(session, piece.organization());
                numbers.put(piece.organization(), number);
            }
            session.sql("INSERT INTO feedback_words (rowid, words) VALUES (?, ?)")
                    .with(piece.seq())
                    .with(piece.text(number))
                    .update();
        }
        return session.sql("UPDATE progress SET value = ? WHERE name = 'words'")
                .with(pieces.getLast().seq())
                .update();
    }

    private static long numberOf(Session session, OrganizationId organization) throws SQLException {
        session.sql("INSERT INTO word_owners (organization) VALUES (?) ON CONFLICT DO NOTHING")
                .with(organization.value())
                .update();
        return number(session, organization).orElseThrow();
    }

    private record Piece(long seq, OrganizationId organization, NavigableSet<String> words) {

        static Piece of(long seq, byte[] document) {
            var feedback = FeedbackDocument.toFeedback(Json.stored(document));
            return new Piece(seq, feedback.organization(), SearchWords.of(feedback.answers()));
        }

        String text(long number) {
            var text = new StringBuilder();
            words.forEach(word -> text.append(number).append(OF).append(word).append(' '));
            return text.toString();
        }
    }
}

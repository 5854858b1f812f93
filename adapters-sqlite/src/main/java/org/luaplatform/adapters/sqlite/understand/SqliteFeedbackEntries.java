package org.luaplatform.adapters.sqlite.understand;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.sqlite.engine.Chunks;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Place.Placed;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Feedback, to be read.
public final class SqliteFeedbackEntries implements FeedbackEntries {

    private static final int CHUNK = 200;

    /// Words that more pieces have than this are common: then the list itself, looked through from its beginning,
    /// soon shows some of them. Fewer are looked up and sorted.
    private static final int MOST_LOOKED_UP = 2_000;

    private final Database database;

    public SqliteFeedbackEntries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<FeedbackEntry> find(OrganizationId organization, FeedbackId id) {
        return database.read(session -> session.sql(
                        "SELECT " + FeedbackRows.COLUMNS + " FROM feedback f WHERE f.organization = ? AND f.id = ?")
                .with(organization.value())
                .with(id.value())
                .first(row -> FeedbackRows.read(row, 1).entry()));
    }

    @Override
    public Page<FeedbackEntry> search(OrganizationId organization, FeedbackFilter filter, PageRequest page) {
        return Place.page(next(organization, filter, Place.before(page), page.limit() + 1), page);
    }

    @Override
    public Stream<FeedbackEntry> stream(OrganizationId organization, FeedbackFilter filter) {
        return Chunks.stream(
                        Place.BEGINNING,
                        Placed<FeedbackEntry>::place,
                        after -> next(organization, filter, after, CHUNK))
                .map(Placed::value);
    }

    /// What follows after the place, at most `max`, and nothing only at the end.
    private List<Placed<FeedbackEntry>> next(OrganizationId organization, FeedbackFilter filter, Place after, int max) {
        NavigableSet<String> words = filter.searchWords();
        if (words.isEmpty()) {
            return database.read(
                    session -> FeedbackSearch.along(organization, filter, after).first(session, max));
        }
        Optional<List<Placed<FeedbackEntry>>> lookedUp =
                database.read(session -> lookUp(session, organization, filter, words, after, max));
        return lookedUp.orElseGet(() -> lookThrough(organization, filter, after, max));
    }

    /// @return empty if the words are too common
    private static Optional<List<Placed<FeedbackEntry>>> lookUp(
            Session session,
            OrganizationId organization,
            FeedbackFilter filter,
            NavigableSet<String> words,
            Place after,
            int max)
            throws SQLException {
        Optional<List<Long>> indexed = WordIndex.find(session, organization, words, MOST_LOOKED_UP);
        if (indexed.isEmpty()) {
            return Optional.empty();
        }
        List<Long> pieces = new ArrayList<>(indexed.get());
        pieces.addAll(notIndexed(session, organization, filter));
        return Optional.of(
                FeedbackSearch.among(pieces, organization, filter, after).first(session, max));
    }

    /// What matches among the pieces that the index has not reached.
    private static List<Long> notIndexed(Session session, OrganizationId organization, FeedbackFilter filter)
            throws SQLException {
        return session
                .sql("SELECT f.seq, " + FeedbackRows.COLUMNS + " FROM feedback f WHERE f.seq > ?"
                        + " AND f.organization = ?")
                .with(WordIndex.reached(session))
                .with(organization.value())
                .all(row -> new Piece(row.getLong(1), FeedbackRows.read(row, 2).entry()))
                .stream()
                .filter(piece -> filter.matches(piece.entry()))
                .map(Piece::seq)
                .toList();
    }

    private List<Placed<FeedbackEntry>> lookThrough(
            OrganizationId organization, FeedbackFilter filter, Place after, int max) {
        List<Placed<FeedbackEntry>> found = new ArrayList<>();
        Place last = after;
        List<Placed<FeedbackEntry>> chunk;
        do {
            Place from = last;
            chunk = database.read(
                    session -> FeedbackSearch.along(organization, filter, from).first(session, CHUNK));
            chunk.stream().filter(piece -> filter.matches(piece.value())).forEach(found::add);
            last = chunk.isEmpty() ? last : chunk.getLast().place();
        } while (chunk.size() == CHUNK && found.size() < max);
        return found.size() <= max ? found : found.subList(0, max);
    }

    private record Piece(long seq, FeedbackEntry entry) {}
}

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

    /// Pieces that are looked through before words are looked up. Of words that one piece in twenty has, the list
    /// itself
    /// soon shows enough; and what the index has of those is the most laborious to read.
    private static final int SAMPLE = 300;

    private static final int COMMON_IN_SAMPLE = SAMPLE / 20;

    /// What more pieces have than this is not looked up after all.
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
            return along(organization, filter, after, max);
        }
        List<Placed<FeedbackEntry>> sample = along(organization, filter, after, SAMPLE);
        List<Placed<FeedbackEntry>> found = matching(sample, filter);
        if (sample.size() < SAMPLE || found.size() >= max) {
            return atMost(max, found);
        }
        Optional<List<Placed<FeedbackEntry>>> lookedUp = found.size() >= COMMON_IN_SAMPLE
                ? Optional.empty()
                : database.read(session -> lookUp(session, organization, filter, words, after, max));
        return lookedUp.orElseGet(
                () -> lookThrough(organization, filter, sample.getLast().place(), found, max));
    }

    private List<Placed<FeedbackEntry>> along(
            OrganizationId organization, FeedbackFilter filter, Place after, int max) {
        return database.read(
                session -> FeedbackSearch.along(organization, filter, after).first(session, max));
    }

    private static List<Placed<FeedbackEntry>> matching(List<Placed<FeedbackEntry>> pieces, FeedbackFilter filter) {
        return pieces.stream().filter(piece -> filter.matches(piece.value())).toList();
    }

    private static <T> List<T> atMost(int max, List<T> items) {
        return items.size() <= max ? items : items.subList(0, max);
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
                .sql("SELECT f.seq, " + FeedbackRows.COLUMNS + " FROM feedback f NOT INDEXED WHERE f.seq > ?"
                        + " AND f.organization = ?")
                .with(WordIndex.reached(session))
                .with(organization.value())
                .all(row -> new Piece(row.getLong(1), FeedbackRows.read(row, 2).entry()))
                .stream()
                .filter(piece -> filter.matches(piece.entry()))
                .map(Piece::seq)
                .toList();
    }

    /// @param found what was found up to the place
    private List<Placed<FeedbackEntry>> lookThrough(
            OrganizationId organization,
            FeedbackFilter filter,
            Place after,
            List<Placed<FeedbackEntry>> found,
            int max) {
        List<Placed<FeedbackEntry>> all = new ArrayList<>(found);
        Place last = after;
        List<Placed<FeedbackEntry>> chunk;
        do {
            chunk = along(organization, filter, last, CHUNK);
            all.addAll(matching(chunk, filter));
            last = chunk.isEmpty() ? last : chunk.getLast().place();
        } while (chunk.size() == CHUNK && all.size() < max);
        return atMost(max, all);
    }

    private record Piece(long seq, FeedbackEntry entry) {}
}

package org.luaplatform.adapters.sqlite.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The things of one kind that organizations own and edit, each under its id with its revision.
public final class Aggregates<T> {

    private final Database database;
    private final Kind<T> kind;

    public Aggregates(Database database, Kind<T> kind) {
        this.database = database;
        this.kind = kind;
    }

    /// How things of one kind are kept.
    ///
    /// @param table has the columns `id, organization, created_at, revision, document`
    /// @param absent the refusal, if an organization has no such thing
    public record Kind<T>(
            String table,
            Function<T, String> id,
            Function<T, OrganizationId> organization,
            Function<T, Instant> createdAt,
            Function<T, Document> writing,
            Function<Document, T> reading,
            Supplier<? extends NotFound> absent) {}

    /// @throws Conflict if there is one with this id
    public void add(T thing) {
        byte[] document = Json.bytes(kind.writing().apply(thing));
        int added = database.writeOne(session -> session.sql("INSERT INTO " + kind.table()
                        + " (id, organization, created_at, revision, document) VALUES (?, ?, ?, 0, ?)"
                        + " ON CONFLICT DO NOTHING")
                .with(kind.id().apply(thing))
                .with(kind.organization().apply(thing).value())
                .with(kind.createdAt().apply(thing))
                .with(document)
                .update());
        if (added == 0) {
            throw new Conflict("already-there", "There is already one with this id.");
        }
    }

    public Optional<Versioned<T>> find(OrganizationId organization, String id) {
        return database.read(session -> stored(session, organization, id));
    }

    public Optional<T> findAnywhere(String id) {
        return database.read(session -> session.sql("SELECT revision, document FROM " + kind.table() + " WHERE id = ?")
                .with(id)
                .first(row -> versioned(row, 1).value()));
    }

    /// @throws NotFound if the organization has no such thing
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    public Versioned<T> update(OrganizationId organization, String id, Expected expected, UnaryOperator<T> change) {
        return database.writeOne(session -> {
            Versioned<T> before = expected(session, organization, id, expected);
            var after = new Versioned<>(
                    change.apply(before.value()), before.revision().next());
            session.sql("UPDATE " + kind.table() + " SET revision = ?, document = ? WHERE id = ?")
                    .with(after.revision().value())
                    .with(Json.bytes(kind.writing().apply(after.value())))
                    .with(id)
                    .update();
            return after;
        });
    }

    /// @throws NotFound if the organization has no such thing
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    public void remove(OrganizationId organization, String id, Expected expected) {
        int _ = database.writeOne(session -> {
            Versioned<T> _ = expected(session, organization, id, expected);
            return delete(session, organization, id);
        });
    }

    public void removeIfThere(OrganizationId organization, String id) {
        int _ = database.writeOne(session -> delete(session, organization, id));
    }

    /// Newest first.
    public Page<Versioned<T>> list(OrganizationId organization, PageRequest page) {
        Place after = Place.before(page);
        return Place.page(
                database.read(session -> session.sql("SELECT created_at, id, revision, document FROM " + kind.table()
                                + " WHERE organization = ? AND (created_at, id) < (?, ?)"
                                + " ORDER BY created_at DESC, id DESC LIMIT ?")
                        .with(organization.value())
                        .with(after.millis())
                        .with(after.id())
                        .with(page.limit() + 1L)
                        .all(Place.reading(row -> versioned(row, 3)))),
                page);
    }

    /// All of the organization, oldest first.
    public List<T> all(OrganizationId organization) {
        return database.read(session -> session.sql("SELECT revision, document FROM " + kind.table()
                        + " WHERE organization = ? ORDER BY created_at, id")
                .with(organization.value())
                .all(row -> versioned(row, 1).value()));
    }

    private Versioned<T> expected(Session session, OrganizationId organization, String id, Expected expected)
            throws SQLException {
        Versioned<T> before = stored(session, organization, id).orElseThrow(kind.absent());
        expected.check(before.revision());
        return before;
    }

    private Optional<Versioned<T>> stored(Session session, OrganizationId organization, String id) throws SQLException {
        return session.sql("SELECT revision, document FROM " + kind.table() + " WHERE id = ? AND organization = ?")
                .with(id)
                .with(organization.value())
                .first(row -> versioned(row, 1));
    }

    private int delete(Session session, OrganizationId organization, String id) throws SQLException {
        return session.sql("DELETE FROM " + kind.table() + " WHERE id = ? AND organization = ?")
                .with(id)
                .with(organization.value())
                .update();
    }

    private Versioned<T> versioned(ResultSet row, int column) throws SQLException {
        return new Versioned<>(
                kind.reading().apply(Json.stored(row.getBytes(column + 1))), new Revision(row.getLong(column)));
    }
}

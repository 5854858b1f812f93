package org.luaplatform.adapters.sqlite.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.ImportDocument;
import org.luaplatform.adapters.documents.learn.RejectedRowDocument;
import org.luaplatform.adapters.sqlite.engine.Chunks;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Imports, with their files in [UploadedFiles].
public final class SqliteImports implements Imports {

    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final UploadedFiles files;

    public SqliteImports(Database database) {
        this.database = database;
        this.files = new UploadedFiles(database);
        files.discardAbandoned();
    }

    @Override
    public void add(Import started, InputStream file) {
        if (isThere(started.id())) {
            throw alreadyThere();
        }
        String upload = UUID.randomUUID().toString();
        boolean added = false;
        try {
            files.store(upload, file);
            added = insert(started, upload);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (!added) {
                files.discard(upload);
            }
        }
        if (!added) {
            throw alreadyThere();
        }
    }

    private static Conflict alreadyThere() {
        return new Conflict("already-there", "There is already an import with this id.");
    }

    private boolean isThere(ImportId id) {
        return database.read(session -> session.sql("SELECT 1 FROM imports WHERE id = ?")
                .with(id.value())
                .exists());
    }

    private boolean insert(Import started, String upload) {
        return database.writeOne(session -> session.sql("""
                        INSERT INTO imports (id, organization, created_at, free_at, upload, document)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .with(started.id().value())
                        .with(started.organization().value())
                        .with(started.createdAt())
                        .with(freeAt(started))
                        .with(upload)
                        .with(Json.bytes(ImportDocument.of(started)))
                        .update()
                == 1);
    }

    @Override
    public Optional<Import> find(OrganizationId organization, ImportId id) {
        return database.read(session -> stored(session, organization, id));
    }

    @Override
    public Page<Import> list(OrganizationId organization, PageRequest page) {
        Place after = Place.before(page);
        return Place.page(
                database.read(session -> session.sql("""
                                SELECT created_at, id, document FROM imports
                                WHERE organization = ? AND (created_at, id) < (?, ?)
                                ORDER BY created_at DESC, id DESC LIMIT ?""")
                        .with(organization.value())
                        .with(after.millis())
                        .with(after.id())
                        .with(page.limit() + 1L)
                        .all(Place.reading(row -> ImportDocument.toImport(Json.stored(row.getBytes(3)))))),
                page);
    }

    @Override
    public Optional<Import> claim(String worker, Instant now, Duration lease) {
        return database.writeOne(session -> {
            Optional<Import> next = session.sql("""
                            SELECT document FROM imports WHERE free_at IS NOT NULL AND free_at <= ?
                            ORDER BY created_at, id LIMIT 1""")
                    .with(now)
                    .first(row -> ImportDocument.toImport(Json.stored(row.getBytes(1))))
                    .map(free -> free.with(
                            Import.State.RUNNING,
                            free.progress(),
                            Optional.of(new Import.Lease(worker, now.plus(lease)))));
            if (next.isPresent()) {
                put(session, next.get());
            }
            return next;
        });
    }

    @Override
    public Optional<Import> update(
            OrganizationId organization, ImportId id, String worker, UnaryOperator<Import> change) {
        return database.writeOne(session -> {
            Optional<Import> after = stored(session, organization, id)
                    .filter(one -> one.lease()
                            .map(lease -> lease.worker().equals(worker))
                            .orElse(false))
                    .map(change);
            if (after.isPresent()) {
                put(session, after.get());
            }
            return after;
        });
    }

    @Override
    public InputStream open(OrganizationId organization, ImportId id) {
        return files.open(upload(organization, id).orElseThrow(ImportNotFound::new));
    }

    @Override
    public void discardFile(OrganizationId organization, ImportId id) {
        Optional<String> upload = upload(organization, id);
        if (upload.isPresent()) {
            int _ = database.writeOne(session -> session.sql("UPDATE imports SET upload = NULL WHERE id = ?")
                    .with(id.value())
                    .update());
            files.discard(upload.get());
        }
    }

    @Override
    public void reject(OrganizationId organization, ImportId id, List<RejectedRow> rows) {
        int _ = database.write(session -> {
            int added = 0;
            if (stored(session, organization, id).isPresent()) {
                for (RejectedRow row : rows) {
                    added += session.sql("""
                                    INSERT INTO rejected_rows (import, line, document) VALUES (?, ?, ?)
                                    ON CONFLICT DO NOTHING""")
                            .with(id.value())
                            .with(row.line())
                            .with(Json.bytes(RejectedRowDocument.of(organization, id, row)))
                            .update();
                }
            }
            return added;
        });
    }

    @Override
    public Stream<RejectedRow> rejected(OrganizationId organization, ImportId id) {
        if (find(organization, id).isEmpty()) {
            return Stream.empty();
        }
        return Chunks.stream(
                Long.MIN_VALUE,
                RejectedRow::line,
                line -> database.read(session -> session.sql("""
                                SELECT document FROM rejected_rows WHERE import = ? AND line > ?
                                ORDER BY line LIMIT ?""")
                        .with(id.value())
                        .with(line)
                        .with(ROWS_AT_ONCE)
                        .all(row -> RejectedRowDocument.toRow(Json.stored(row.getBytes(1))))));
    }

    private Optional<String> upload(OrganizationId organization, ImportId id) {
        return database.read(session ->
                session.sql("""
                        SELECT upload FROM imports WHERE id = ? AND organization = ? AND upload IS NOT NULL""").with(id.value()).with(organization.value()).first(row -> row.getString(1)));
    }

    private static Optional<Import> stored(Session session, OrganizationId organization, ImportId id)
            throws SQLException {
        return session.sql("SELECT document FROM imports WHERE id = ? AND organization = ?")
                .with(id.value())
                .with(organization.value())
                .first(row -> ImportDocument.toImport(Json.stored(row.getBytes(1))));
    }

    private static void put(Session session, Import one) throws SQLException {
        session.sql("UPDATE imports SET free_at = ?, document = ? WHERE id = ?")
                .with(freeAt(one))
                .with(Json.bytes(ImportDocument.of(one)))
                .with(one.id().value())
                .update();
    }

    /// When a worker may take it; never, if there is nothing left to do.
    private static Optional<Instant> freeAt(Import one) {
        return switch (one.state()) {
            case WAITING -> Optional.of(Instant.EPOCH);
            case RUNNING -> Optional.of(one.lease().map(Import.Lease::until).orElse(Instant.EPOCH));
            case DONE, FAILED -> Optional.empty();
        };
    }
}

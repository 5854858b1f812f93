package org.luaplatform.adapters.sqlite.tenancy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.tenancy.RememberedRequest;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Requests that are remembered for a while. What is older is dropped as new ones come.
public final class SqliteRepeatedRequests implements RepeatedRequests {

    /// More than one for each that comes, so that what is too old gets less.
    private static final int DROPPED_AT_ONCE = 10;

    private final Database database;

    public SqliteRepeatedRequests(Database database) {
        this.database = database;
    }

    @Override
    public Remembered remember(
            OrganizationId organization, Key key, String fingerprint, String resourceId, Instant now) {
        var first = new RememberedRequest(organization, key, fingerprint, resourceId, now, Optional.empty());
        return database.write(session -> {
            Optional<RememberedRequest> known =
                    stored(session, organization, key).filter(request -> !request.isForgottenAt(now));
            if (known.isPresent()) {
                return known.get().tell(fingerprint);
            }
            put(session, first);
            drop(session, now);
            return new Remembered.First();
        });
    }

    @Override
    public void answered(OrganizationId organization, Key key, String answer) {
        boolean _ = database.writeOne(session -> {
            Optional<RememberedRequest> known = stored(session, organization, key);
            if (known.isPresent()) {
                RememberedRequest request = known.get();
                put(
                        session,
                        new RememberedRequest(
                                organization,
                                key,
                                request.fingerprint(),
                                request.resourceId(),
                                request.since(),
                                Optional.of(answer)));
            }
            return known.isPresent();
        });
    }

    private static Optional<RememberedRequest> stored(Session session, OrganizationId organization, Key key)
            throws SQLException {
        return session.sql("SELECT document FROM repeated_requests WHERE organization = ? AND key = ?")
                .with(organization.value())
                .with(key.value())
                .first(row -> RememberedRequest.of(Json.stored(row.getBytes(1))));
    }

    private static void put(Session session, RememberedRequest request) throws SQLException {
        session.sql("""
                        INSERT INTO repeated_requests (organization, key, since, document) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organization, key)
                        DO UPDATE SET since = excluded.since, document = excluded.document""")
                .with(request.organization().value())
                .with(request.key().value())
                .with(request.since())
                .with(Json.bytes(request.toDocument()))
                .update();
    }

    private static void drop(Session session, Instant now) throws SQLException {
        session.sql("""
                        DELETE FROM repeated_requests WHERE seq IN
                          (SELECT seq FROM repeated_requests WHERE since < ? ORDER BY since LIMIT ?)""").with(now.minus(KEPT)).with(DROPPED_AT_ONCE).update();
    }
}

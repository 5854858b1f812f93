package org.luaplatform.adapters.sqlite.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.act.DeliveryDocument;
import org.luaplatform.adapters.sqlite.engine.Call;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.adapters.sqlite.engine.Tokens;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The ledger. While somebody has a lease, `leased_until` says how long, and `lease` whose it is.
public final class SqliteDeliveries implements Deliveries {

    private static final int RESUMED_AT_ONCE = 200;

    private static final Comparator<Due> LONGEST_DUE_FIRST = Comparator.comparingLong(Due::dueAt)
            .thenComparing(due -> due.delivery().id().value());

    private final Database database;
    private final Tokens tokens = new Tokens();

    public SqliteDeliveries(Database database) {
        this.database = database;
    }

    @Override
    public int enqueue(List<Delivery> deliveries) {
        return database.write(session -> {
            int added = 0;
            for (Delivery delivery : deliveries) {
                added += insert(session, delivery);
            }
            return added;
        });
    }

    private static int insert(Session session, Delivery delivery) throws SQLException {
        return session.sql("""
                        INSERT INTO deliveries (state, due_at, document, id, organization, destination, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .with(EnumText.of(nameOf(delivery.state())))
                .with(dueAt(delivery.state()))
                .with(Json.bytes(DeliveryDocument.of(delivery)))
                .with(delivery.id().value())
                .with(delivery.organization().value())
                .with(delivery.destination().value())
                .with(delivery.createdAt())
                .update();
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return database.read(session -> stored(session, organization, id));
    }

    @Override
    public Page<Delivery> list(
            OrganizationId organization,
            Optional<StateName> state,
            Optional<DestinationId> destination,
            PageRequest page) {
        Place after = Place.before(page);
        return Place.page(
                database.read(session -> {
                    Call call = session.sql(listing(state.isPresent(), destination.isPresent()))
                            .with(organization.value());
                    if (destination.isPresent()) {
                        call.with(destination.get().value());
                    }
                    if (state.isPresent()) {
                        call.with(EnumText.of(state.get()));
                    }
                    return call.with(after.millis())
                            .with(after.id())
                            .with(page.limit() + 1L)
                            .all(Place.reading(row -> delivery(row, 3)));
                }),
                page);
    }

    static String listing(boolean byState, boolean byDestination) {
        return "SELECT created_at, id, document FROM deliveries WHERE organization = ?"
                + (byDestination ? " AND destination = ?" : "")
                + (byState ? " AND state = ?" : "")
                + " AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?";
    }

    @Override
    public List<Claim> claim(int max, int perDestination, Set<DestinationId> except, Instant now, Duration lease) {
        return database.write(session -> {
            List<Due> due = new ArrayList<>();
            for (String destination : waitingDestinations(session)) {
                if (!except.contains(new DestinationId(destination))) {
                    due.addAll(due(session, destination, Math.min(max, perDestination), now));
                }
            }
            due.sort(LONGEST_DUE_FIRST);
            List<Claim> claims = new ArrayList<>();
            for (Due one : due.subList(0, Math.min(max, due.size()))) {
                claims.add(lease(session, one, now.plus(lease)));
            }
            return List.copyOf(claims);
        });
    }

    /// Jumps from one destination to the next, whatever waits for each of them.
    private static List<String> waitingDestinations(Session session) throws SQLException {
        return session.sql("""
                        WITH RECURSIVE waiting (destination) AS (
                          SELECT min(destination) FROM deliveries WHERE state = 'pending'
                          UNION ALL
                          SELECT (SELECT min(d.destination) FROM deliveries d
                                  WHERE d.state = 'pending' AND d.destination > waiting.destination)
                          FROM waiting WHERE waiting.destination IS NOT NULL)
                        SELECT destination FROM waiting WHERE destination IS NOT NULL""").all(row -> row.getString(1));
    }

    private static List<Due> due(Session session, String destination, int max, Instant now) throws SQLException {
        return session.sql("""
                        SELECT seq, due_at, document FROM deliveries
                        WHERE state = 'pending' AND destination = ?1 AND due_at <= ?2
                          AND (leased_until IS NULL OR leased_until <= ?2)
                        ORDER BY due_at, id LIMIT ?3""")
                .with(destination)
                .with(now)
                .with(max)
                .all(row -> new Due(row.getLong(1), row.getLong(2), delivery(row, 3)));
    }

    private Claim lease(Session session, Due one, Instant until) throws SQLException {
        String token = tokens.next();
        session.sql("UPDATE deliveries SET lease = ?, leased_until = ? WHERE seq = ?")
                .with(token)
                .with(until)
                .with(one.seq())
                .update();
        return new Claim(one.delivery(), token);
    }

    @Override
    public boolean settle(Claim claim, Delivery after) {
        byte[] document = Json.bytes(DeliveryDocument.of(after));
        return database.writeOne(session -> session.sql("""
                        UPDATE deliveries SET state = ?, due_at = ?, document = ?, lease = NULL, leased_until = NULL
                        WHERE id = ? AND lease = ?""")
                        .with(EnumText.of(nameOf(after.state())))
                        .with(dueAt(after.state()))
                        .with(document)
                        .with(claim.delivery().id().value())
                        .with(claim.token())
                        .update()
                == 1);
    }

    @Override
    public Delivery replay(OrganizationId organization, DeliveryId id, Instant now) {
        return database.writeOne(session -> {
            Delivery before = stored(session, organization, id).orElseThrow(DeliveryNotFound::new);
            return replay(session, before, now);
        });
    }

    private static Delivery replay(Session session, Delivery before, Instant now) throws SQLException {
        Delivery after = before.with(new Delivery.State.Pending(0, now, now), before.attempts());
        session.sql("""
                        UPDATE deliveries SET state = 'pending', due_at = ?, document = ?, lease = NULL,
                          leased_until = NULL
                        WHERE id = ?""")
                .with(now)
                .with(Json.bytes(DeliveryDocument.of(after)))
                .with(after.id().value())
                .update();
        return after;
    }

    @Override
    public int resume(OrganizationId organization, DestinationId destination, Instant now) {
        List<Long> waiting = database.read(session -> session.sql("""
                        SELECT seq FROM deliveries
                        WHERE state = 'pending' AND destination = ? AND organization = ?""")
                .with(destination.value())
                .with(organization.value())
                .all(row -> row.getLong(1)));
        int resumed = 0;
        for (int from = 0; from < waiting.size(); from += RESUMED_AT_ONCE) {
            List<Long> next = waiting.subList(from, Math.min(waiting.size(), from + RESUMED_AT_ONCE));
            resumed += database.write(session -> resume(session, next, now));
        }
        return resumed;
    }

    private static int resume(Session session, List<Long> waiting, Instant now) throws SQLException {
        int resumed = 0;
        for (long seq : waiting) {
            Optional<Delivery> free = session.sql("""
                            SELECT document FROM deliveries
                            WHERE seq = ? AND state = 'pending' AND (leased_until IS NULL OR leased_until <= ?)""").with(seq).with(now).first(row -> delivery(row, 1));
            if (free.isPresent()) {
                Delivery _ = replay(session, free.get(), now);
                resumed++;
            }
        }
        return resumed;
    }

    @Override
    public Figures figures() {
        return database.read(session -> {
            long dead = session.sql("SELECT count(*) FROM deliveries WHERE state = 'dead'")
                    .number();
            return session.sql("SELECT count(*), min(due_at) FROM deliveries WHERE state = 'pending'")
                    .first(row -> {
                        long pending = row.getLong(1);
                        return new Figures(
                                pending,
                                dead,
                                pending == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(2))));
                    })
                    .orElseThrow();
        });
    }

    private static Optional<Delivery> stored(Session session, OrganizationId organization, DeliveryId id)
            throws SQLException {
        return session.sql("SELECT document FROM deliveries WHERE id = ? AND organization = ?")
                .with(id.value())
                .with(organization.value())
                .first(row -> delivery(row, 1));
    }

    private static Delivery delivery(ResultSet row, int column) throws SQLException {
        return DeliveryDocument.toDelivery(Json.stored(row.getBytes(column)));
    }

    private static StateName nameOf(Delivery.State state) {
        return switch (state) {
            case Delivery.State.Pending _ -> StateName.PENDING;
            case Delivery.State.Delivered _ -> StateName.DELIVERED;
            case Delivery.State.Dead _ -> StateName.DEAD;
        };
    }

    private static Optional<Instant> dueAt(Delivery.State state) {
        return switch (state) {
            case Delivery.State.Pending pending -> Optional.of(pending.dueAt());
            case Delivery.State.Delivered _, Delivery.State.Dead _ -> Optional.empty();
        };
    }

    private record Due(long seq, long dueAt, Delivery delivery) {}
}

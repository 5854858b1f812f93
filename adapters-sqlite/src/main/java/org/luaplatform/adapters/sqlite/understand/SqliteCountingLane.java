package org.luaplatform.adapters.sqlite.understand;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.understand.CountsDocument;
import org.luaplatform.adapters.documents.understand.LaneRecord;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.ThemeId;

/// Counts feedback. A plan is carried out in one transaction; it is stored first all the same, so that the store
/// can be copied at any moment to one that changes one document at a time.
public final class SqliteCountingLane implements CountingLane {

    private static final int RECOUNTED_AT_ONCE = 500;

    private final Database database;

    public SqliteCountingLane(Database database) {
        this.database = database;
    }

    @Override
    public List<OrganizationId> waiting(int max) {
        // Jumps from one organization to the next, whatever each of them has waiting.
        return database.read(session -> session.sql("""
                        WITH RECURSIVE uncounted (organization) AS (
                          SELECT min(organization) FROM feedback WHERE revision <> counted_revision
                          UNION ALL
                          SELECT (SELECT min(f.organization) FROM feedback f
                                  WHERE f.revision <> f.counted_revision AND f.organization > uncounted.organization)
                          FROM uncounted WHERE uncounted.organization IS NOT NULL)
                        SELECT organization FROM lanes WHERE open IS NOT NULL
                        UNION
                        SELECT organization FROM uncounted WHERE organization IS NOT NULL
                        LIMIT ?""").with(max).all(row -> new OrganizationId(row.getString(1))));
    }

    @Override
    public Optional<Lane> enter(OrganizationId organization, String worker, Instant now, Duration lease) {
        return database.writeOne(session -> {
            LaneRecord before = stored(session, organization);
            Optional<LaneRecord.Stay> here = before.stay();
            boolean stays = here.map(stay -> stay.worker().equals(worker)).orElse(false);
            boolean isTaken =
                    !stays && here.map(stay -> now.isBefore(stay.until())).orElse(false);
            if (isTaken) {
                return Optional.empty();
            }
            long epoch = stays ? before.epoch() : before.epoch() + 1;
            session.sql("""
                            INSERT INTO lanes (organization, epoch, sequence, worker, until) VALUES (?1, ?2, 0, ?3, ?4)
                            ON CONFLICT (organization) DO UPDATE SET epoch = ?2, worker = ?3, until = ?4""")
                    .with(organization.value())
                    .with(epoch)
                    .with(worker)
                    .with(now.plus(lease))
                    .update();
            return Optional.of(new Lane(organization, worker, epoch, before.sequence(), before.open()));
        });
    }

    private static LaneRecord stored(Session session, OrganizationId organization) throws SQLException {
        return session.sql("SELECT " + LaneRows.COLUMNS + " FROM lanes WHERE organization = ?")
                .with(organization.value())
                .first(row -> LaneRows.read(row, 1))
                .orElseGet(() -> LaneRecord.unused(organization));
    }

    @Override
    public void leave(Lane lane) {
        int _ = database.writeOne(session -> session.sql("""
                        UPDATE lanes SET worker = NULL, until = NULL WHERE organization = ? AND epoch = ?""")
                .with(lane.organization().value())
                .with(lane.epoch())
                .update());
    }

    @Override
    public List<Uncounted> uncounted(OrganizationId organization, int max) {
        return database
                .read(session -> session.sql(
                                "SELECT " + FeedbackRows.COLUMNS + " FROM feedback f"
                                        + " WHERE f.organization = ? AND f.revision <> f.counted_revision ORDER BY f.id LIMIT ?")
                        .with(organization.value())
                        .with(max)
                        .all(row -> FeedbackRows.read(row, 1)))
                .stream()
                .map(waiting -> new Uncounted(waiting.entry(), waiting.revision(), waiting.contributions()))
                .toList();
    }

    @Override
    public boolean plan(Lane lane, Plan plan) {
        byte[] document = Json.bytes(CountsDocument.plan(plan));
        return database.writeOne(session -> session.sql("""
                        UPDATE lanes SET sequence = ?, open = ?
                        WHERE organization = ? AND epoch = ? AND sequence = ? AND open IS NULL""")
                        .with(plan.sequence())
                        .with(document)
                        .with(lane.organization().value())
                        .with(lane.epoch())
                        .with(plan.sequence() - 1)
                        .update()
                == 1);
    }

    @Override
    public void carryOut(Plan plan) {
        Map<Bucket.Key, List<Change>> changes = plan.changes().stream().collect(Collectors.groupingBy(Change::bucket));
        List<byte[]> contributions = plan.counted().stream()
                .map(counted -> FeedbackRows.bytes(counted.contributions()))
                .toList();
        boolean _ = database.write(session -> {
            for (Map.Entry<Bucket.Key, List<Change>> bucket : changes.entrySet()) {
                BucketRows.apply(session, plan.organization(), bucket.getKey(), plan.sequence(), bucket.getValue());
            }
            for (int i = 0; i < contributions.size(); i++) {
                mark(session, plan, plan.counted().get(i), contributions.get(i));
            }
            return session.sql("UPDATE lanes SET open = NULL WHERE organization = ? AND sequence = ?")
                            .with(plan.organization().value())
                            .with(plan.sequence())
                            .update()
                    == 1;
        });
    }

    private static void mark(Session session, Plan plan, Counted counted, byte[] contributions) throws SQLException {
        Optional<Piece> found = session.sql("""
                        SELECT seq, occurred_at, themes FROM feedback
                        WHERE organization = ? AND id = ? AND counted_by < ?""")
                .with(plan.organization().value())
                .with(counted.id().value())
                .with(plan.sequence())
                .first(row -> new Piece(row.getLong(1), row.getLong(2), FeedbackRows.themes(row.getString(3))));
        if (found.isPresent()) {
            Piece piece = found.get();
            session.sql("""
                            UPDATE feedback SET counted_revision = ?, counted_by = ?, themes = ?, contributions = ?
                            WHERE seq = ?""")
                    .with(counted.revision())
                    .with(plan.sequence())
                    .with(FeedbackRows.text(counted.themes()))
                    .with(contributions)
                    .with(piece.seq())
                    .update();
            place(session, plan.organization(), counted, piece);
        }
    }

    /// Puts the piece into the lists of its themes, and takes it out of those of earlier ones.
    private static void place(Session session, OrganizationId organization, Counted counted, Piece piece)
            throws SQLException {
        for (ThemeId left : piece.themes()) {
            if (!counted.themes().contains(left)) {
                session.sql("""
                                DELETE FROM feedback_themes
                                WHERE organization = ? AND theme = ? AND occurred_at = ? AND id = ?""")
                        .with(organization.value())
                        .with(left.value())
                        .with(piece.occurredAt())
                        .with(counted.id().value())
                        .update();
            }
        }
        for (ThemeId theme : counted.themes()) {
            session.sql("""
                            INSERT INTO feedback_themes (organization, theme, occurred_at, id, feedback)
                            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                    .with(organization.value())
                    .with(theme.value())
                    .with(piece.occurredAt())
                    .with(counted.id().value())
                    .with(piece.seq())
                    .update();
        }
    }

    @Override
    public void recount(OrganizationId organization, List<FeedbackId> ids) {
        for (int from = 0; from < ids.size(); from += RECOUNTED_AT_ONCE) {
            List<FeedbackId> next = ids.subList(from, Math.min(ids.size(), from + RECOUNTED_AT_ONCE));
            int _ = database.write(session -> recountNow(session, organization, next));
        }
    }

    private static int recountNow(Session session, OrganizationId organization, List<FeedbackId> ids)
            throws SQLException {
        int recounted = 0;
        for (FeedbackId id : ids) {
            // A revision of 0 has its first turn still to come.
            recounted +=
                    session.sql("""
                            UPDATE feedback SET revision = revision + 1
                            WHERE organization = ? AND id = ? AND revision > 0""").with(organization.value()).with(id.value()).update();
        }
        return recounted;
    }

    private record Piece(long seq, long occurredAt, List<ThemeId> themes) {}
}

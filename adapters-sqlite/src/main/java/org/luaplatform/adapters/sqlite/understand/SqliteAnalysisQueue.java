package org.luaplatform.adapters.sqlite.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.documents.understand.InsightDocument;
import org.luaplatform.adapters.sqlite.engine.Call;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.adapters.sqlite.engine.Tokens;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.FeedbackEntry;

/// The feedback that awaits analysis. `turn_at` is when a worker may begin on a piece: not before it is due, nor
/// while somebody else is at it.
public final class SqliteAnalysisQueue implements AnalysisQueue {

    private final Database database;
    private final Tokens tokens = new Tokens();

    public SqliteAnalysisQueue(Database database) {
        this.database = database;
    }

    @Override
    public List<Claim> claim(int max, Instant now, Duration lease) {
        List<Leased> leased = database.write(session -> {
            List<Leased> due = session.sql("""
                            SELECT seq, attempts, document FROM feedback
                            WHERE analysis = 'pending' AND turn_at <= ? ORDER BY turn_at, id LIMIT ?""").with(now).with(max).all(this::leased);
            for (Leased one : due) {
                lease(session, one, now.plus(lease));
            }
            return due;
        });
        return leased.stream().map(Leased::claim).toList();
    }

    private Leased leased(ResultSet row) throws SQLException {
        Feedback feedback = FeedbackDocument.toFeedback(Json.stored(row.getBytes(3)));
        return new Leased(row.getLong(1), new Claim(feedback, row.getInt(2), tokens.next()));
    }

    /// An attempt counts from its beginning, lest a text that ends its worker be tried for ever.
    private static void lease(Session session, Leased one, Instant until) throws SQLException {
        session.sql("UPDATE feedback SET attempts = attempts + 1, lease = ?, turn_at = ? WHERE seq = ?")
                .with(one.claim().token())
                .with(until)
                .with(one.seq())
                .update();
    }

    @Override
    public List<FeedbackId> complete(List<Completion> completions) {
        List<byte[]> insights = completions.stream()
                .map(completion -> Json.bytes(InsightDocument.of(completion.insight())))
                .toList();
        return database.write(session -> {
            List<FeedbackId> stored = new ArrayList<>(completions.size());
            for (int i = 0; i < completions.size(); i++) {
                if (complete(session, completions.get(i), insights.get(i))) {
                    stored.add(completions.get(i).claim().feedback().id());
                }
            }
            return List.copyOf(stored);
        });
    }

    private static boolean complete(Session session, Completion completion, byte[] insight) throws SQLException {
        return claimed(
                session.sql("""
                        UPDATE feedback SET analysis = 'done', insight = ?, sentiment = ?, language = ?,
                          revision = revision + 1, due_at = NULL, turn_at = NULL, lease = NULL, problem = NULL
                        WHERE organization = ? AND id = ? AND lease = ?""")
                        .with(insight)
                        .with(EnumText.of(completion.insight().sentiment().label()))
                        .with(completion.insight().language().primary().tag()),
                completion.claim());
    }

    @Override
    public void postpone(Claim claim, Instant dueAt, String problem) {
        boolean _ = database.writeOne(
                session -> claimed(session.sql("""
                        UPDATE feedback SET due_at = ?1, turn_at = ?1, problem = ?2, lease = NULL
                        WHERE organization = ?3 AND id = ?4 AND lease = ?5""").with(dueAt).with(problem), claim));
    }

    @Override
    public void giveUp(Claim claim, Instant now, String problem) {
        boolean _ =
                database.writeOne(session -> claimed(session.sql("""
                        UPDATE feedback SET analysis = 'failed', failed_at = ?, problem = ?, revision = revision + 1,
                          due_at = NULL, turn_at = NULL, lease = NULL
                        WHERE organization = ? AND id = ? AND lease = ?""").with(now).with(problem), claim));
    }

    /// Whether the change was made, which it is only under the claim's own lease.
    private static boolean claimed(Call change, Claim claim) throws SQLException {
        return change.with(claim.feedback().organization().value())
                        .with(claim.feedback().id().value())
                        .with(claim.token())
                        .update()
                == 1;
    }

    @Override
    public boolean retry(OrganizationId organization, FeedbackId id, Instant now) {
        return database.writeOne(session -> session.sql("""
                        UPDATE feedback SET analysis = 'pending', attempts = 0, due_at = ?1, turn_at = ?1, lease = NULL,
                          problem = NULL, failed_at = NULL
                        WHERE organization = ?2 AND id = ?3""")
                        .with(now)
                        .with(organization.value())
                        .with(id.value())
                        .update()
                == 1);
    }

    @Override
    public Page<FeedbackEntry> failed(OrganizationId organization, PageRequest page) {
        Place after = Place.before(page);
        return Place.page(
                database.read(session -> session.sql("SELECT f.failed_at, f.id, " + FeedbackRows.COLUMNS
                                + " FROM feedback f WHERE f.organization = ? AND f.analysis = 'failed'"
                                + " AND (f.failed_at, f.id) < (?, ?)"
                                + " ORDER BY f.failed_at DESC, f.id DESC LIMIT ?")
                        .with(organization.value())
                        .with(after.millis())
                        .with(after.id())
                        .with(page.limit() + 1L)
                        .all(Place.reading(row -> FeedbackRows.read(row, 3).entry()))),
                page);
    }

    @Override
    public Backlog backlog() {
        return database.read(session -> {
            long failed = session.sql("SELECT count(*) FROM feedback WHERE analysis = 'failed'")
                    .number();
            return session.sql("SELECT count(*), min(received_at) FROM feedback WHERE analysis = 'pending'")
                    .first(row -> {
                        long pending = row.getLong(1);
                        return new Backlog(
                                pending,
                                failed,
                                pending == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(2))));
                    })
                    .orElseThrow();
        });
    }

    private record Leased(long seq, Claim claim) {}
}

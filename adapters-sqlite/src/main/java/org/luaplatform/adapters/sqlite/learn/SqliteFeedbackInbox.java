package org.luaplatform.adapters.sqlite.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Where feedback arrives. Its words become searchable a little later ([Arrivals]), so that who hands it in does
/// not wait for that.
public final class SqliteFeedbackInbox implements FeedbackInbox {

    private final Database database;
    private final Arrivals arrivals;

    public SqliteFeedbackInbox(Database database, Arrivals arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    /// Hears that feedback arrived, and never blocks.
    @FunctionalInterface
    public interface Arrivals {
        void arrived(int count);
    }

    @Override
    public Receipt add(Feedback feedback) {
        byte[] document = Json.bytes(FeedbackDocument.of(feedback));
        Receipt receipt = database.writeOne(session -> add(session, feedback, document));
        arrivals.arrived(1);
        return receipt;
    }

    @Override
    public List<Receipt> addAll(List<Feedback> feedback) {
        List<byte[]> documents = feedback.stream()
                .map(piece -> Json.bytes(FeedbackDocument.of(piece)))
                .toList();
        List<Receipt> receipts = database.write(session -> {
            List<Receipt> answers = new ArrayList<>(feedback.size());
            for (int i = 0; i < feedback.size(); i++) {
                answers.add(add(session, feedback.get(i), documents.get(i)));
            }
            return answers;
        });
        arrivals.arrived(feedback.size());
        return receipts;
    }

    @Override
    public Set<FeedbackId> known(OrganizationId organization, FormId form, Set<FeedbackId> ids) {
        return database.read(session -> {
            Set<FeedbackId> known = new HashSet<>();
            for (FeedbackId id : ids) {
                if (isKnown(session, organization, form, id)) {
                    known.add(id);
                }
            }
            return Set.copyOf(known);
        });
    }

    private static boolean isKnown(Session session, OrganizationId organization, FormId form, FeedbackId id)
            throws SQLException {
        return session.sql("SELECT 1 FROM feedback WHERE organization = ? AND id = ? AND form = ?")
                .with(organization.value())
                .with(id.value())
                .with(form.value())
                .exists();
    }

    private static Receipt add(Session session, Feedback feedback, byte[] document) throws SQLException {
        if (insert(session, feedback, document)) {
            return new Receipt.Added();
        }
        Optional<Stored> sameId = session.sql("""
                        SELECT seq, document FROM feedback WHERE organization = ? AND id = ?""")
                .with(feedback.organization().value())
                .with(feedback.id().value())
                .first(SqliteFeedbackInbox::stored);
        if (sameId.isPresent()) {
            return sameId.get().receipt();
        }
        Origin origin = feedback.origin().orElseThrow(() -> new IllegalStateException("no other key is unique"));
        Stored holder = holder(session, feedback, origin);
        if (!isFree(origin, holder, feedback.receivedAt())) {
            return holder.receipt();
        }
        session.sql("UPDATE feedback SET origin = NULL WHERE seq = ?")
                .with(holder.seq())
                .update();
        if (!insert(session, feedback, document)) {
            throw new IllegalStateException("the key was just given free");
        }
        return new Receipt.Added();
    }

    private static boolean insert(Session session, Feedback feedback, byte[] document) throws SQLException {
        return session.sql("""
                        INSERT INTO feedback
                          (organization, id, form, occurred_at, received_at, channel, language, satisfaction, origin,
                           analysis, attempts, due_at, turn_at, revision, counted_revision, counted_by, document)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'pending', 0, ?5, ?5, 0, 0, 0, ?10)
                        ON CONFLICT DO NOTHING""")
                        .with(feedback.organization().value())
                        .with(feedback.id().value())
                        .with(feedback.form().value())
                        .with(feedback.occurredAt())
                        .with(feedback.receivedAt())
                        .with(feedback.channel().name())
                        .with(feedback.language()
                                .orElse(Language.UNDETERMINED)
                                .primary()
                                .tag())
                        .with(feedback.satisfaction().map(Satisfaction::percent))
                        .with(feedback.origin().map(Origin::key))
                        .with(document)
                        .update()
                == 1;
    }

    private static Stored holder(Session session, Feedback feedback, Origin origin) throws SQLException {
        return session.sql("""
                        SELECT seq, document FROM feedback
                        WHERE organization = ? AND form = ? AND origin = ? AND origin IS NOT NULL""")
                .with(feedback.organization().value())
                .with(feedback.form().value())
                .with(origin.key())
                .first(SqliteFeedbackInbox::stored)
                .orElseThrow(() -> new IllegalStateException("somebody has the key"));
    }

    /// Whether a request's key is forgotten by now; that of an imported row never is.
    private static boolean isFree(Origin origin, Stored holder, Instant now) {
        return origin.importId().isEmpty()
                && holder.feedback().receivedAt().plus(RepeatedRequests.KEPT).isBefore(now);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getLong(1), FeedbackDocument.toFeedback(Json.stored(row.getBytes(2))));
    }

    private record Stored(long seq, Feedback feedback) {
        Receipt receipt() {
            return new Receipt.AlreadyThere(
                    feedback.id(), feedback.formVersion(), feedback.receivedAt(), feedback.origin());
        }
    }
}

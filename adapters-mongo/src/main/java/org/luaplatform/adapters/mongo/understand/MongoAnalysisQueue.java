package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.FAILED_AT;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.ID;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.LANGUAGE;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.RECEIVED_AT;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.TURN;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.UNCOUNTED;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.owned;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.documents.understand.InsightDocument;
import org.luaplatform.adapters.mongo.engine.Leases;
import org.luaplatform.adapters.mongo.engine.Places;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;

/// The feedback in MongoDB that awaits analysis.
final class MongoAnalysisQueue implements AnalysisQueue {

    private static final String ANALYSIS = "analysis";
    private static final String ATTEMPTS = "analysis.attempts";
    private static final String LEASE = "lease";
    private static final String TOKEN = "lease.token";

    /// Names the call of [#complete] that stored an insight, for that call to tell what it has stored.
    private static final String STORED_BY = "index.storedBy";

    /// Beyond this, counting what waits would cost more than it tells.
    private static final int MOST_COUNTED = 100_000;

    private static final Places LATEST_FAILURE_FIRST = new Places(FAILED_AT);
    private static final Bson BY_ID = Sorts.ascending(ID);
    private static final Bson WAITING = and(exists(TURN), gte(TURN, Long.MIN_VALUE));
    private static final Bson FAILED = and(exists(FAILED_AT), gte(FAILED_AT, Long.MIN_VALUE));

    private final StoredDocuments feedback;

    MongoAnalysisQueue(StoredDocuments feedback) {
        this.feedback = feedback;
    }

    /// An attempt counts from its beginning, lest a text that ends its worker be tried for ever.
    @Override
    public List<Claim> claim(int max, Instant now, Duration lease) {
        Bson due = and(exists(TURN), lte(TURN, now.toEpochMilli()));
        long until = now.plus(lease).toEpochMilli();
        return Leases.taken(
                        feedback,
                        () -> feedback.ids(due, Sorts.ascending(TURN, ID), max),
                        due,
                        TOKEN,
                        token -> leased(token, until))
                .stream()
                .map(MongoAnalysisQueue::claim)
                .toList();
    }

    private static Bson leased(String token, long until) {
        return combine(set(TOKEN, token), set("lease.until", until), set(TURN, until), inc(ATTEMPTS, 1L));
    }

    private static Claim claim(Document document) {
        FeedbackRecord known = FeedbackRecordDocument.toRecord(document);
        int before = switch (known.analysis()) {
            case AnalysisState.Pending pending -> pending.attempts() - 1;
            case AnalysisState.Done _, AnalysisState.Failed _ ->
                throw new IllegalStateException("only what waits is leased");
        };
        return new Claim(
                known.feedback(),
                before,
                known.lease().map(FeedbackRecord.Lease::token).orElseThrow());
    }

    @Override
    public List<FeedbackId> complete(List<Completion> completions) {
        if (completions.isEmpty()) {
            return List.of();
        }
        String call = UUID.randomUUID().toString();
        List<FeedbackId> ids = completions.stream().map(MongoAnalysisQueue::id).toList();
        long stored = feedback.changeEach(completions.stream()
                        .sorted(Comparator.comparing(
                                completion -> id(completion).value()))
                        .map(completion -> new UpdateOneModel<Document>(
                                held(completion.claim()), understood(completion.insight(), call)))
                        .toList())
                .matched();
        return stored == ids.size() ? ids : storedBy(call, ids);
    }

    private static FeedbackId id(Completion completion) {
        return completion.claim().feedback().id();
    }

    private List<FeedbackId> storedBy(String call, List<FeedbackId> ids) {
        return feedback
                .ids(and(in(ID, ids.stream().map(FeedbackId::value).toList()), eq(STORED_BY, call)), BY_ID, 0)
                .stream()
                .map(FeedbackId::new)
                .toList();
    }

    private static Bson understood(Insight insight, String call) {
        return combine(
                set(ANALYSIS, FeedbackRecordDocument.analysis(new AnalysisState.Done())),
                set("insight", InsightDocument.of(insight)),
                set(LANGUAGE, FeedbackCollection.language(insight.language())),
                set(STORED_BY, call),
                unset(LEASE),
                unset(TURN),
                toBeCounted());
    }

    private static Bson toBeCounted() {
        return combine(inc("revision", 1L), set(UNCOUNTED, true));
    }

    @Override
    public void postpone(Claim claim, Instant dueAt, String problem) {
        boolean _ = feedback.update(
                held(claim), waiting(new AnalysisState.Pending(claim.attempts() + 1, dueAt, Optional.of(problem))));
    }

    @Override
    public void giveUp(Claim claim, Instant now, String problem) {
        var failed = new AnalysisState.Failed(claim.attempts() + 1, problem, now);
        boolean _ = feedback.update(
                held(claim),
                combine(
                        set(ANALYSIS, FeedbackRecordDocument.analysis(failed)),
                        unset(LEASE),
                        unset(TURN),
                        toBeCounted()));
    }

    /// The piece, if the claim's lease is the present one.
    private static Bson held(Claim claim) {
        Feedback piece = claim.feedback();
        return and(owned(piece.organization(), piece.id()), eq(TOKEN, claim.token()));
    }

    private static Bson waiting(AnalysisState.Pending pending) {
        return combine(
                set(ANALYSIS, FeedbackRecordDocument.analysis(pending)),
                set(TURN, pending.dueAt().toEpochMilli()),
                unset(LEASE));
    }

    @Override
    public boolean retry(OrganizationId organization, FeedbackId id, Instant now) {
        return feedback.update(owned(organization, id), waiting(new AnalysisState.Pending(0, now, Optional.empty())));
    }

    @Override
    public Page<FeedbackEntry> failed(OrganizationId organization, PageRequest page) {
        return LATEST_FAILURE_FIRST.page(
                feedback,
                and(owned(organization), exists(FAILED_AT)),
                page,
                document -> FeedbackRecordDocument.toRecord(document).entry());
    }

    @Override
    public Backlog backlog() {
        long pending = feedback.count(WAITING, MOST_COUNTED);
        long failed = feedback.count(FAILED, MOST_COUNTED);
        Optional<Instant> oldest = feedback.first(WAITING, Sorts.ascending(RECEIVED_AT), RECEIVED_AT)
                .map(document -> document.instant(RECEIVED_AT));
        return new Backlog(pending, failed, oldest);
    }
}

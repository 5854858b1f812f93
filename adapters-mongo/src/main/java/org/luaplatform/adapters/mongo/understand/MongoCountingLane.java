package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.ID;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.ORGANIZATION;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.THEMES;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.UNCOUNTED;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.owned;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.understand.CountsDocument;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.documents.understand.LaneRecord;
import org.luaplatform.adapters.documents.understand.LaneRecordDocument;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.ThemeId;

/// Counts the feedback in MongoDB: each step changes one document, under a condition that makes a second time
/// harmless.
final class MongoCountingLane implements CountingLane {

    private static final String EPOCH = "epoch";
    private static final String SEQUENCE = "sequence";
    private static final String STAY = "stay";
    private static final String WORKER = "stay.worker";
    private static final String UNTIL = "stay.until";
    private static final String OPEN = "open";
    private static final String OPEN_SEQUENCE = "open.sequence";
    private static final String REVISION = "revision";
    private static final String COUNTED_BY = "countedBy";

    static final List<IndexModel> LANE_INDEXES =
            List.of(new IndexModel(Indexes.ascending(OPEN_SEQUENCE), new IndexOptions().sparse(true)));

    private final StoredDocuments lanes;
    private final StoredDocuments feedback;
    private final MongoBuckets buckets;

    MongoCountingLane(StoredDocuments lanes, StoredDocuments feedback, MongoBuckets buckets) {
        this.lanes = lanes;
        this.feedback = feedback;
        this.buckets = buckets;
    }

    @Override
    public List<OrganizationId> waiting(int max) {
        Set<String> waiting = new LinkedHashSet<>(
                lanes.ids(and(exists(OPEN_SEQUENCE), gt(OPEN_SEQUENCE, 0L)), Sorts.ascending(OPEN_SEQUENCE), max));
        Optional<String> next = withUncounted(exists(ORGANIZATION));
        while (next.isPresent() && waiting.size() < max) {
            waiting.add(next.get());
            next = withUncounted(gt(ORGANIZATION, next.get()));
        }
        return waiting.stream().map(OrganizationId::new).toList();
    }

    /// The first of those organizations in which something waits: a step in an index, however much it is.
    private Optional<String> withUncounted(Bson organizations) {
        return feedback.first(and(eq(UNCOUNTED, true), organizations), Sorts.ascending(ORGANIZATION, ID), ORGANIZATION)
                .map(document -> document.text(ORGANIZATION));
    }

    @Override
    public Optional<Lane> enter(OrganizationId organization, String worker, Instant now, Duration lease) {
        long until = now.plus(lease).toEpochMilli();
        Bson lane = lane(organization);
        return lanes.change(and(lane, eq(WORKER, worker)), Sorts.ascending(ID), set(UNTIL, until))
                .or(() -> lanes.changeOrAdd(
                        and(lane, or(exists(STAY, false), lte(UNTIL, now.toEpochMilli()))),
                        entered(organization, worker, until)))
                .map(document -> lane(LaneRecordDocument.toRecord(document), worker));
    }

    private static Bson entered(OrganizationId organization, String worker, long until) {
        Document unused = LaneRecordDocument.of(LaneRecord.unused(organization));
        return combine(
                setOnInsert("v", unused.whole("v")),
                setOnInsert(ORGANIZATION, organization.value()),
                setOnInsert(SEQUENCE, 0L),
                inc(EPOCH, 1L),
                set(WORKER, worker),
                set(UNTIL, until));
    }

    private static Lane lane(LaneRecord known, String worker) {
        return new Lane(known.organization(), worker, known.epoch(), known.sequence(), known.open());
    }

    private static Bson lane(OrganizationId organization) {
        return eq(ID, organization.value());
    }

    @Override
    public void leave(Lane lane) {
        boolean _ = lanes.update(and(lane(lane.organization()), eq(EPOCH, lane.epoch())), unset(STAY));
    }

    @Override
    public List<Uncounted> uncounted(OrganizationId organization, int max) {
        return feedback.list(and(owned(organization), eq(UNCOUNTED, true)), Sorts.ascending(ID), max).stream()
                .map(FeedbackRecordDocument::toRecord)
                .map(MongoCountingLane::uncounted)
                .toList();
    }

    private static Uncounted uncounted(FeedbackRecord known) {
        return new Uncounted(known.entry(), known.revision(), known.contributions());
    }

    @Override
    public boolean plan(Lane lane, Plan plan) {
        Bson isNext = and(
                lane(lane.organization()),
                eq(EPOCH, lane.epoch()),
                eq(SEQUENCE, plan.sequence() - 1),
                exists(OPEN, false));
        return lanes.update(isNext, combine(set(OPEN, CountsDocument.plan(plan)), set(SEQUENCE, plan.sequence())));
    }

    @Override
    public void carryOut(Plan plan) {
        buckets.apply(plan);
        if (!plan.counted().isEmpty()) {
            feedback.changeEach(plan.counted().stream()
                    .sorted(Comparator.comparing(counted -> counted.id().value()))
                    .flatMap(counted -> mark(plan, counted))
                    .toList());
        }
        boolean _ = lanes.update(and(lane(plan.organization()), eq(SEQUENCE, plan.sequence())), unset(OPEN));
    }

    /// Two changes, of which one applies: a piece that is still what it was when it was read has been counted now;
    /// one that changed meanwhile waits on.
    private static Stream<UpdateOneModel<Document>> mark(Plan plan, Counted counted) {
        Bson unmarked = and(owned(plan.organization(), counted.id()), lt(COUNTED_BY, plan.sequence()));
        Bson marked = combine(
                set("countedRevision", counted.revision()),
                set(COUNTED_BY, plan.sequence()),
                set(THEMES, counted.themes().stream().map(ThemeId::value).toList()),
                set("contributions", CountsDocument.contributions(counted.contributions())));
        return Stream.of(
                new UpdateOneModel<>(
                        and(unmarked, eq(REVISION, counted.revision())), combine(marked, unset(UNCOUNTED))),
                new UpdateOneModel<>(and(unmarked, ne(REVISION, counted.revision())), marked));
    }

    @Override
    public void recount(OrganizationId organization, List<FeedbackId> ids) {
        List<String> distinct = ids.stream().map(FeedbackId::value).distinct().toList();
        long _ = feedback.updateAll(
                and(in(ID, distinct), owned(organization), gt(REVISION, 0L)),
                combine(inc(REVISION, 1L), set(UNCOUNTED, true)));
    }
}

package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.understand.BucketRecord;
import org.luaplatform.adapters.documents.understand.BucketRecordDocument;
import org.luaplatform.adapters.mongo.engine.FieldNames;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.Tally;

/// Buckets in MongoDB: one document for each, whose counters are added to in place.
final class MongoBuckets implements Buckets {

    private static final String ORGANIZATION = "organization";
    private static final String KIND = "kind";
    private static final String DAY = "day";
    private static final String LAST_PLAN = "lastPlan";

    static final List<IndexModel> INDEXES =
            List.of(new IndexModel(Indexes.ascending(ORGANIZATION, KIND, DAY, "form", "channel", "language")));

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /// How many changes go into one command.
    private static final int BATCH = 500;

    private final StoredDocuments buckets;

    MongoBuckets(StoredDocuments buckets) {
        this.buckets = buckets;
    }

    @Override
    public List<Bucket> read(OrganizationId organization, Selection selection) {
        List<Bson> all = new ArrayList<>();
        all.add(eq(ORGANIZATION, organization.value()));
        all.add(eq(KIND, EnumText.of(selection.kind())));
        all.add(gte(DAY, selection.from().toString()));
        all.add(lte(DAY, selection.to().toString()));
        selection.form().ifPresent(form -> all.add(eq("form", form.value())));
        selection.channel().ifPresent(channel -> all.add(eq("channel", channel.name())));
        selection.language().ifPresent(language -> all.add(eq("language", language.tag())));
        return buckets.list(and(all), Sorts.ascending(DAY), 0).stream()
                .map(document -> BucketRecordDocument.toRecord(document).bucket())
                .map(MongoBuckets::withoutEmptySlots)
                .filter(bucket -> !bucket.slots().isEmpty())
                .toList();
    }

    /// What was counted and taken back leaves counters of 0 behind.
    private static Bucket withoutEmptySlots(Bucket bucket) {
        Map<Integer, Tally> slots = new LinkedHashMap<>(bucket.slots());
        slots.values().removeIf(Tally::isNothing);
        return new Bucket(bucket.key(), slots);
    }

    /// Makes the plan's changes in each bucket that has seen neither this plan nor a later one.
    void apply(Plan plan) {
        Map<Bucket.Key, Map<Integer, Tally>> added = new LinkedHashMap<>();
        plan.changes()
                .forEach(change -> added.computeIfAbsent(change.bucket(), _ -> new TreeMap<>())
                        .merge(change.slot(), change.added(), Tally::plus));
        added.values().removeIf(slots -> slots.values().stream().allMatch(Tally::isNothing));
        List<UpdateOneModel<Document>> open = added.entrySet().stream()
                .map(bucket -> change(plan, bucket.getKey(), bucket.getValue()))
                .toList();
        for (int from = 0; from < open.size(); from += BATCH) {
            apply(open.subList(from, Math.min(open.size(), from + BATCH)));
        }
    }

    /// A change that met the key of its bucket found it there with this plan or a later one, or somebody else made
    /// it at the same moment; only in the latter case there is something left to do.
    private void apply(List<UpdateOneModel<Document>> changes) {
        List<UpdateOneModel<Document>> open = changes;
        while (!open.isEmpty()) {
            Set<Integer> duplicates = buckets.changeEach(open).duplicates();
            open = duplicates.stream()
                    .map(open::get)
                    .filter(change -> buckets.find(change.getFilter()).isPresent())
                    .toList();
        }
    }

    private static UpdateOneModel<Document> change(Plan plan, Bucket.Key key, Map<Integer, Tally> added) {
        Document fresh = BucketRecordDocument.of(new BucketRecord(plan.organization(), new Bucket(key, Map.of()), 0));
        List<Bson> all = new ArrayList<>();
        fresh.without("id")
                .without("slots")
                .without(LAST_PLAN)
                .without(ORGANIZATION)
                .fields()
                .forEach((name, value) -> all.add(setOnInsert(name, value)));
        all.add(set(LAST_PLAN, plan.sequence()));
        added.forEach((slot, tally) -> tally.counts()
                .forEach((counter, count) -> all.add(inc("slots." + slot + "." + FieldNames.escape(counter), count))));
        Bson unseen = and(
                eq("_id", fresh.text("id")),
                eq(ORGANIZATION, plan.organization().value()),
                lt(LAST_PLAN, plan.sequence()));
        return new UpdateOneModel<>(unseen, combine(all), UPSERT);
    }
}

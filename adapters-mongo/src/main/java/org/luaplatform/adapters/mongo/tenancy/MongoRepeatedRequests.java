package org.luaplatform.adapters.mongo.tenancy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.tenancy.RememberedRequest;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Remembered requests in MongoDB.
///
/// What counts is the time that callers give. That forgotten requests also leave the disk is MongoDB's own
/// business: it goes by its own clock, and takes its time so that the two cannot contradict each other.
public final class MongoRepeatedRequests implements RepeatedRequests {

    /// When MongoDB wrote it, by its own clock: a field of its own, no part of what is remembered.
    public static final String WRITTEN_AT = "writtenAt";
    private static final Duration ON_DISK = KEPT.multipliedBy(2);

    private final StoredDocuments requests;

    public MongoRepeatedRequests(MongoConnection connection) {
        this.requests = connection.collection(DocumentCollection.REPEATED_REQUESTS);
        requests.index(List.of(new IndexModel(
                Indexes.ascending(WRITTEN_AT), new IndexOptions().expireAfter(ON_DISK.toSeconds(), TimeUnit.SECONDS))));
    }

    @Override
    public Remembered remember(
            OrganizationId organization, Key key, String fingerprint, String resourceId, Instant now) {
        var request = new RememberedRequest(organization, key, fingerprint, resourceId, now, Optional.empty());
        String id = RememberedRequest.id(organization, key);
        // Takes the place of one that is forgotten, or that never was; one that is remembered does not match.
        Bson forgotten = and(eq("_id", id), lt("since", now.minus(KEPT).toEpochMilli()));
        while (true) {
            if (requests.changeOrAdd(forgotten, written(request)).isPresent()) {
                return new Remembered.First();
            }
            Optional<Remembered> earlier = requests.find(eq("_id", id))
                    .map(RememberedRequest::of)
                    .filter(known -> !known.isForgottenAt(now))
                    .map(known -> known.tell(fingerprint));
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
    }

    private static Bson written(RememberedRequest request) {
        return combine(written(request.toDocument()), unset("answer"));
    }

    private static Bson written(Document document) {
        List<Bson> changes = new ArrayList<>();
        document.without("id").fields().forEach((name, value) -> changes.add(set(name, value)));
        changes.add(currentDate(WRITTEN_AT));
        return combine(changes);
    }

    /// Puts documents of requests into the place of those with their ids, or adds them.
    public static void putAll(StoredDocuments requests, List<Document> documents) {
        StoredDocuments.Written _ = requests.changeEach(documents.stream()
                .map(document -> new UpdateOneModel<Document>(
                        eq("_id", document.text("id")), written(document), new UpdateOptions().upsert(true)))
                .toList());
    }

    @Override
    public void answered(OrganizationId organization, Key key, String answer) {
        Bson remembered =
                and(eq("_id", RememberedRequest.id(organization, key)), eq("organization", organization.value()));
        boolean _ = requests.update(remembered, set("answer", answer));
    }
}

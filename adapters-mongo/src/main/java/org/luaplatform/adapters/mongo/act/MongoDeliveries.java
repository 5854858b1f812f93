package org.luaplatform.adapters.mongo.act;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.act.DeliveryDocument;
import org.luaplatform.adapters.mongo.engine.Leases;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Places;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The ledger in MongoDB. A document is a [DeliveryDocument], with under `index` the `turn` (when a courier may
/// take it; only while it is pending) and the `token` of whoever has it at present.
public final class MongoDeliveries implements Deliveries {

    static final String ID = "_id";
    static final String DESTINATION = "destination";
    static final String TURN = "index.turn";

    private static final String ORGANIZATION = "organization";
    private static final String CREATED_AT = "createdAt";
    private static final String STATE = "state";
    private static final String STATE_NAME = "state.name";
    private static final String DUE_AT = "state.dueAt";
    private static final String TOKEN = "index.token";

    private static final Places NEWEST_FIRST = new Places(CREATED_AT);
    private static final Bson PENDING = and(exists(TURN), gte(TURN, Long.MIN_VALUE));
    private static final Bson DEAD = eq(STATE_NAME, EnumText.of(StateName.DEAD));

    /// Beyond this, counting would cost more than it tells.
    private static final int MOST_COUNTED = 100_000;

    /// Those that begin with the organization serve tenants, the others serve the couriers of all.
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending(ORGANIZATION), descending(CREATED_AT, ID))),
            new IndexModel(compoundIndex(ascending(ORGANIZATION, STATE_NAME), descending(CREATED_AT, ID))),
            new IndexModel(compoundIndex(ascending(ORGANIZATION, DESTINATION), descending(CREATED_AT, ID))),
            new IndexModel(ascending(TURN, ID, DESTINATION), new IndexOptions().partialFilterExpression(exists(TURN))),
            new IndexModel(ascending(DUE_AT), new IndexOptions().sparse(true)),
            new IndexModel(ascending(STATE_NAME), new IndexOptions().partialFilterExpression(DEAD)));

    private final StoredDocuments deliveries;

    public MongoDeliveries(MongoConnection connection) {
        this.deliveries = connection.collection(DocumentCollection.DELIVERIES);
        deliveries.index(INDEXES);
    }

    /// A document of a delivery that nobody has, with what MongoDB looks up beside it.
    public static Document indexed(Document document) {
        return indexed(DeliveryDocument.toDelivery(document), document);
    }

    private static Document document(Delivery delivery) {
        return indexed(delivery, DeliveryDocument.of(delivery));
    }

    private static Document indexed(Delivery delivery, Document document) {
        Document.Builder index = Document.builder();
        switch (delivery.state()) {
            case Delivery.State.Pending pending -> index.putMillis("turn", pending.dueAt());
            case Delivery.State.Delivered _, Delivery.State.Dead _ -> {}
        }
        return document.with("index", index.build());
    }

    @Override
    public int enqueue(List<Delivery> enqueued) {
        if (enqueued.isEmpty()) {
            return 0;
        }
        StoredDocuments.Written written = deliveries.addAll(
                enqueued.stream().map(MongoDeliveries::document).toList());
        return enqueued.size() - written.duplicates().size();
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return deliveries.find(owned(organization, id)).map(DeliveryDocument::toDelivery);
    }

    @Override
    public Page<Delivery> list(
            OrganizationId organization,
            Optional<StateName> state,
            Optional<DestinationId> destination,
            PageRequest page) {
        List<Bson> all = new ArrayList<>();
        all.add(eq(ORGANIZATION, organization.value()));
        state.ifPresent(wanted -> all.add(eq(STATE_NAME, EnumText.of(wanted))));
        destination.ifPresent(wanted -> all.add(eq(DESTINATION, wanted.value())));
        return NEWEST_FIRST.page(deliveries, and(all), page, DeliveryDocument::toDelivery);
    }

    @Override
    public List<Claim> claim(int max, int perDestination, Set<DestinationId> except, Instant now, Duration lease) {
        Bson due = and(exists(TURN), lte(TURN, now.toEpochMilli()));
        long until = now.plus(lease).toEpochMilli();
        return Leases.taken(
                        deliveries,
                        () -> new DueDeliveries(deliveries, due, max, perDestination).except(except),
                        due,
                        TOKEN,
                        token -> combine(set(TOKEN, token), set(TURN, until)))
                .stream()
                .map(MongoDeliveries::claim)
                .toList();
    }

    private static Claim claim(Document document) {
        return new Claim(
                DeliveryDocument.toDelivery(document),
                document.document("index").text("token"));
    }

    @Override
    public boolean settle(Claim claim, Delivery after) {
        Delivery before = claim.delivery();
        return deliveries.replace(
                and(owned(before.organization(), before.id()), eq(TOKEN, claim.token())), document(after));
    }

    @Override
    public Delivery replay(OrganizationId organization, DeliveryId id, Instant now) {
        return deliveries
                .change(owned(organization, id), Sorts.ascending(ID), pendingSince(now))
                .map(DeliveryDocument::toDelivery)
                .orElseThrow(DeliveryNotFound::new);
    }

    @Override
    public int resume(OrganizationId organization, DestinationId destination, Instant now) {
        Bson free = or(exists(TOKEN, false), lte(TURN, now.toEpochMilli()));
        return Math.toIntExact(deliveries.updateAll(
                and(
                        eq(ORGANIZATION, organization.value()),
                        eq(DESTINATION, destination.value()),
                        eq(STATE_NAME, EnumText.of(StateName.PENDING)),
                        free),
                pendingSince(now)));
    }

    private static Bson pendingSince(Instant now) {
        return combine(
                set(STATE, DeliveryDocument.state(new Delivery.State.Pending(0, now, now))),
                set(TURN, now.toEpochMilli()),
                unset(TOKEN));
    }

    @Override
    public Figures figures() {
        return new Figures(
                deliveries.count(PENDING, MOST_COUNTED),
                deliveries.count(DEAD, MOST_COUNTED),
                deliveries
                        .first(and(exists(DUE_AT), gte(DUE_AT, Long.MIN_VALUE)), Sorts.ascending(DUE_AT), DUE_AT)
                        .map(document -> document.document(STATE).instant("dueAt")));
    }

    private static Bson owned(OrganizationId organization, DeliveryId id) {
        return Shelf.owned(organization, id.value());
    }
}

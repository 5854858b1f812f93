package org.luaplatform.adapters.mongo.act;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.act.WatchDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Watches in MongoDB.
public final class MongoWatches implements Watches {

    private final StoredDocuments watches;

    public MongoWatches(MongoConnection connection) {
        this.watches = connection.collection(DocumentCollection.WATCHES);
    }

    @Override
    public Optional<Watch> find(OrganizationId organization, RuleId rule, String subject) {
        return watches.find(Shelf.owned(organization, WatchDocument.id(organization, rule, subject)))
                .map(WatchDocument::toWatch);
    }

    @Override
    public boolean replace(Optional<Watch> before, Watch after) {
        Document document = WatchDocument.of(after);
        return before.map(stored -> watches.replace(exactly(stored), document)).orElseGet(() -> watches.add(document));
    }

    private static Bson exactly(Watch stored) {
        Document document = WatchDocument.of(stored);
        return and(
                eq("_id", document.text("id")),
                and(document.without("id").fields().entrySet().stream()
                        .map(field -> eq(field.getKey(), field.getValue()))
                        .toList()));
    }
}

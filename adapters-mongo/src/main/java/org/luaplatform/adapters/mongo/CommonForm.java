package org.luaplatform.adapters.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.mongo.act.MongoDeliveries;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.adapters.mongo.tenancy.MongoRepeatedRequests;
import org.luaplatform.adapters.mongo.understand.MongoFeedback;
import org.luaplatform.domain.Revision;

/// The documents of all collections in the form that every store keeps them in: what MongoDB's indexes need beside
/// them is added on the way in and left out on the way out.
final class CommonForm {

    private static final String INDEX = "index";
    private static final String REVISION = "revision";

    private final MongoConnection connection;

    CommonForm(MongoConnection connection) {
        this.connection = connection;
    }

    void put(DocumentCollection collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        StoredDocuments stored = connection.collection(collection);
        switch (collection) {
            case FEEDBACK ->
                stored.putAll(documents.stream().map(MongoFeedback::indexed).toList());
            case DELIVERIES ->
                stored.putAll(documents.stream().map(MongoDeliveries::indexed).toList());
            case API_KEYS, IMPORTS ->
                stored.putAll(documents.stream()
                        .map(document -> Stored.with(Revision.FIRST, document))
                        .toList());
            case REPEATED_REQUESTS -> MongoRepeatedRequests.putAll(stored, documents);
            case ORGANIZATIONS,
                    FORMS,
                    FORM_VERSIONS,
                    IMPORT_FILES,
                    REJECTED_ROWS,
                    LANES,
                    BUCKETS,
                    THEMES,
                    DESTINATIONS,
                    RULES,
                    WATCHES -> stored.putAll(documents);
        }
    }

    Stream<StoredDocument> read(DocumentCollection collection, Optional<String> after) {
        return connection.collection(collection).stream(
                        after.map(id -> gt("_id", id)).orElse(empty()), Sorts.ascending("_id"))
                .map(document -> stored(collection, document));
    }

    private static StoredDocument stored(DocumentCollection collection, Document document) {
        String id = document.text("id");
        return new StoredDocument(collection, id, common(collection, document), id);
    }

    private static Document common(DocumentCollection collection, Document document) {
        return switch (collection) {
            case API_KEYS, IMPORTS -> document.without(INDEX).without(REVISION);
            case REPEATED_REQUESTS -> document.without(MongoRepeatedRequests.WRITTEN_AT);
            case ORGANIZATIONS,
                    FORMS,
                    FORM_VERSIONS,
                    FEEDBACK,
                    IMPORT_FILES,
                    REJECTED_ROWS,
                    LANES,
                    BUCKETS,
                    THEMES,
                    DESTINATIONS,
                    RULES,
                    WATCHES,
                    DELIVERIES -> document.without(INDEX);
        };
    }

    long count(DocumentCollection collection) {
        return connection.collection(collection).countAll();
    }
}

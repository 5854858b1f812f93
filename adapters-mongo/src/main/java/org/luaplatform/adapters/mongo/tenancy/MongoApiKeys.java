package org.luaplatform.adapters.mongo.tenancy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.tenancy.ApiKeyDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiKeyNotFound;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.TokenHash;

/// API keys in MongoDB.
public final class MongoApiKeys implements ApiKeys {

    private static final String ORGANIZATION = "organization";
    private static final String CREATED_AT = "createdAt";
    private static final String HASH = "hash";

    private final Shelf<ApiKey> keys;

    public MongoApiKeys(MongoConnection connection) {
        StoredDocuments documents = connection.collection(DocumentCollection.API_KEYS);
        // The hash is looked up before the organization is known.
        documents.index(List.of(
                new IndexModel(Indexes.ascending(HASH), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending(ORGANIZATION, CREATED_AT))));
        this.keys = new Shelf<>(documents, ApiKeyDocument::of, ApiKeyDocument::toApiKey);
    }

    @Override
    public void add(ApiKey key) {
        keys.add(key);
    }

    @Override
    public Optional<ApiKey> findByHash(TokenHash hash) {
        return keys.find(eq(HASH, hash.hex())).map(Versioned::value);
    }

    @Override
    public List<ApiKey> list(OrganizationId organization) {
        return keys.all(eq(ORGANIZATION, organization.value()), Sorts.ascending(CREATED_AT, "_id"));
    }

    @Override
    public ApiKey update(OrganizationId organization, ApiKeyId id, UnaryOperator<ApiKey> change) {
        return keys.update(organization, id.value(), Expected.any(), change, ApiKeyNotFound::new)
                .value();
    }
}

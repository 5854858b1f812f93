package org.luaplatform.adapters.sqlite.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.tenancy.ApiKeyDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiKeyNotFound;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.TokenHash;

/// API keys.
public final class SqliteApiKeys implements ApiKeys {

    private final Database database;

    public SqliteApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public void add(ApiKey key) {
        byte[] document = Json.bytes(ApiKeyDocument.of(key));
        int added = database.writeOne(session -> session.sql("""
                        INSERT INTO api_keys (id, organization, hash, created_at, document) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .with(key.id().value())
                .with(key.organization().value())
                .with(key.hash().hex())
                .with(key.createdAt())
                .with(document)
                .update());
        if (added == 0) {
            throw new Conflict("already-there", "There is already an API key with this id or hash.");
        }
    }

    @Override
    public Optional<ApiKey> findByHash(TokenHash hash) {
        return database.read(session -> session.sql("SELECT document FROM api_keys WHERE hash = ?")
                .with(hash.hex())
                .first(row -> ApiKeyDocument.toApiKey(Json.stored(row.getBytes(1)))));
    }

    @Override
    public List<ApiKey> list(OrganizationId organization) {
        return database.read(
                session -> session.sql("SELECT document FROM api_keys WHERE organization = ? ORDER BY created_at, id")
                        .with(organization.value())
                        .all(row -> ApiKeyDocument.toApiKey(Json.stored(row.getBytes(1)))));
    }

    @Override
    public ApiKey update(OrganizationId organization, ApiKeyId id, UnaryOperator<ApiKey> change) {
        return database.writeOne(session -> {
            ApiKey before = session.sql("SELECT document FROM api_keys WHERE id = ? AND organization = ?")
                    .with(id.value())
                    .with(organization.value())
                    .first(row -> ApiKeyDocument.toApiKey(Json.stored(row.getBytes(1))))
                    .orElseThrow(ApiKeyNotFound::new);
            ApiKey after = change.apply(before);
            session.sql("UPDATE api_keys SET hash = ?, document = ? WHERE id = ?")
                    .with(after.hash().hex())
                    .with(Json.bytes(ApiKeyDocument.of(after)))
                    .with(id.value())
                    .update();
            return after;
        });
    }
}

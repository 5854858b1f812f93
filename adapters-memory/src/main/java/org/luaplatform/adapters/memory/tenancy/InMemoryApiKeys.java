package org.luaplatform.adapters.memory.tenancy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiKeyNotFound;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.TokenHash;

/// API keys in memory.
public final class InMemoryApiKeys implements ApiKeys {

    private static final Comparator<ApiKey> OLDEST_FIRST = Comparator.comparing(ApiKey::createdAt)
            .thenComparing(key -> key.id().value());

    private final Map<ApiKeyId, ApiKey> byId = new LinkedHashMap<>();

    @Override
    public synchronized void add(ApiKey key) {
        if (byId.containsKey(key.id()) || findByHash(key.hash()).isPresent()) {
            throw new Conflict("already-there", "There is already an API key with this id or hash.");
        }
        byId.put(key.id(), key);
    }

    @Override
    public synchronized Optional<ApiKey> findByHash(TokenHash hash) {
        return byId.values().stream().filter(key -> key.hash().equals(hash)).findFirst();
    }

    @Override
    public synchronized List<ApiKey> list(OrganizationId organization) {
        return byId.values().stream()
                .filter(key -> key.organization().equals(organization))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized ApiKey update(OrganizationId organization, ApiKeyId id, UnaryOperator<ApiKey> change) {
        ApiKey before = Optional.ofNullable(byId.get(id))
                .filter(key -> key.organization().equals(organization))
                .orElseThrow(ApiKeyNotFound::new);
        ApiKey after = change.apply(before);
        byId.put(id, after);
        return after;
    }
}

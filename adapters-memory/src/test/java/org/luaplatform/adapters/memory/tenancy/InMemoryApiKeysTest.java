package org.luaplatform.adapters.memory.tenancy;

import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.testing.ApiKeysContract;

final class InMemoryApiKeysTest implements ApiKeysContract {

    private final ApiKeys apiKeys = new InMemoryApiKeys();

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }
}

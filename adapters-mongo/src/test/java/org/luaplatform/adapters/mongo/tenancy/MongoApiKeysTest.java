package org.luaplatform.adapters.mongo.tenancy;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.testing.ApiKeysContract;

@OnEachEngine
record MongoApiKeysTest(Engine engine) implements ApiKeysContract {

    @Override
    public ApiKeys apiKeys() {
        return engine.adapter().apiKeys();
    }
}

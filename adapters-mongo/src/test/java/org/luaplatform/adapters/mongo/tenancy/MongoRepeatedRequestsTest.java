package org.luaplatform.adapters.mongo.tenancy;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.RepeatedRequestsContract;

@OnEachEngine
record MongoRepeatedRequestsTest(Engine engine) implements RepeatedRequestsContract {

    @Override
    public RepeatedRequests repeatedRequests() {
        return engine.adapter().repeatedRequests();
    }
}

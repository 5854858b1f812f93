package org.luaplatform.adapters.mongo.act;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.testing.DestinationsContract;

@OnEachEngine
record MongoDestinationsTest(Engine engine) implements DestinationsContract {

    @Override
    public Destinations destinations() {
        return engine.adapter().destinations();
    }
}

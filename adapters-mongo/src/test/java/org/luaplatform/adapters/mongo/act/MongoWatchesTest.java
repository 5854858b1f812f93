package org.luaplatform.adapters.mongo.act;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.act.testing.WatchesContract;

@OnEachEngine
record MongoWatchesTest(Engine engine) implements WatchesContract {

    @Override
    public Watches watches() {
        return engine.adapter().watches();
    }
}

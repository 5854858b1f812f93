package org.luaplatform.adapters.mongo.learn;

import org.junit.jupiter.api.BeforeEach;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.testing.ImportsContract;

@OnEachEngine
record MongoImportsTest(Engine engine) implements ImportsContract {

    @BeforeEach
    void empty() {
        engine.empty();
    }

    @Override
    public Imports imports() {
        return engine.adapter().imports();
    }
}

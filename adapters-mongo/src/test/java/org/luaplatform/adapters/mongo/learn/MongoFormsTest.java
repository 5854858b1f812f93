package org.luaplatform.adapters.mongo.learn;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.testing.FormsContract;

@OnEachEngine
record MongoFormsTest(Engine engine) implements FormsContract {

    @Override
    public Forms forms() {
        return engine.adapter().forms();
    }
}

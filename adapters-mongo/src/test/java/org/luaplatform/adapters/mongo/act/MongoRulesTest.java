package org.luaplatform.adapters.mongo.act;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.testing.RulesContract;

@OnEachEngine
record MongoRulesTest(Engine engine) implements RulesContract {

    @Override
    public Rules rules() {
        return engine.adapter().rules();
    }
}

package org.luaplatform.adapters.mongo.understand;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.testing.ThemesContract;

@OnEachEngine
record MongoThemesTest(Engine engine) implements ThemesContract {

    @Override
    public Themes themes() {
        return engine.adapter().themes();
    }
}

package org.luaplatform.adapters.mongo.tenancy;

import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.testing.OrganizationsContract;

@OnEachEngine
record MongoOrganizationsTest(Engine engine) implements OrganizationsContract {

    @Override
    public Organizations organizations() {
        return engine.adapter().organizations();
    }
}

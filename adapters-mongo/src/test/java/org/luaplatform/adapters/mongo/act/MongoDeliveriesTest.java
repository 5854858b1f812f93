package org.luaplatform.adapters.mongo.act;

import org.junit.jupiter.api.BeforeEach;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.testing.DeliveriesContract;
import org.luaplatform.domain.act.testing.DeliveryQueueContract;

@OnEachEngine
record MongoDeliveriesTest(Engine engine) implements DeliveriesContract, DeliveryQueueContract {

    @BeforeEach
    void empty() {
        engine.empty();
    }

    @Override
    public Deliveries deliveries() {
        return engine.adapter().deliveries();
    }
}

package org.luaplatform.adapters.memory.act;

import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.testing.DeliveriesContract;
import org.luaplatform.domain.act.testing.DeliveryQueueContract;

final class InMemoryDeliveriesTest implements DeliveriesContract, DeliveryQueueContract {

    private final Deliveries deliveries = new InMemoryDeliveries();

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }
}

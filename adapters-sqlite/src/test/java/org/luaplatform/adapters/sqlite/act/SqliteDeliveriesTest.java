package org.luaplatform.adapters.sqlite.act;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.testing.DeliveriesContract;
import org.luaplatform.domain.act.testing.DeliveryQueueContract;

final class SqliteDeliveriesTest implements DeliveriesContract, DeliveryQueueContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Deliveries deliveries() {
        return file.adapter().deliveries();
    }
}

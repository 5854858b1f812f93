package org.luaplatform.adapters.sqlite.act;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.testing.DestinationsContract;

final class SqliteDestinationsTest implements DestinationsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Destinations destinations() {
        return file.adapter().destinations();
    }
}

package org.luaplatform.adapters.sqlite.act;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.act.testing.WatchesContract;

final class SqliteWatchesTest implements WatchesContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Watches watches() {
        return file.adapter().watches();
    }
}

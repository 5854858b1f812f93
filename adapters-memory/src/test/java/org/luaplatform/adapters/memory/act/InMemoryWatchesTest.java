package org.luaplatform.adapters.memory.act;

import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.act.testing.WatchesContract;

final class InMemoryWatchesTest implements WatchesContract {

    private final Watches watches = new InMemoryWatches();

    @Override
    public Watches watches() {
        return watches;
    }
}

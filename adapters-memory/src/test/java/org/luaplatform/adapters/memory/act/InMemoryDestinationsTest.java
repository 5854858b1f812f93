package org.luaplatform.adapters.memory.act;

import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.testing.DestinationsContract;

final class InMemoryDestinationsTest implements DestinationsContract {

    private final Destinations destinations = new InMemoryDestinations();

    @Override
    public Destinations destinations() {
        return destinations;
    }
}

package org.luaplatform.domain;

import org.luaplatform.domain.testing.SignalsContract;

final class SilentSignalsTest implements SignalsContract {

    @Override
    public Signals signals() {
        return new SilentSignals();
    }
}

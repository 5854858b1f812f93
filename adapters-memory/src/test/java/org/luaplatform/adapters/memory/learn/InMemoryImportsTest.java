package org.luaplatform.adapters.memory.learn;

import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.testing.ImportsContract;

final class InMemoryImportsTest implements ImportsContract {

    private final Imports imports = new InMemoryImports();

    @Override
    public Imports imports() {
        return imports;
    }
}

package org.luaplatform.adapters.sqlite.learn;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.testing.ImportsContract;

final class SqliteImportsTest implements ImportsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Imports imports() {
        return file.adapter().imports();
    }
}

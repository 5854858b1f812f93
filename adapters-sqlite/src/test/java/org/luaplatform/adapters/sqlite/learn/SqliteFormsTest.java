package org.luaplatform.adapters.sqlite.learn;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.testing.FormsContract;

final class SqliteFormsTest implements FormsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Forms forms() {
        return file.adapter().forms();
    }
}

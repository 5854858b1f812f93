package org.luaplatform.adapters.sqlite.understand;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.testing.ThemesContract;

final class SqliteThemesTest implements ThemesContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Themes themes() {
        return file.adapter().themes();
    }
}

package org.luaplatform.adapters.memory.understand;

import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.testing.ThemesContract;

final class InMemoryThemesTest implements ThemesContract {

    private final Themes themes = new InMemoryThemes();

    @Override
    public Themes themes() {
        return themes;
    }
}

package org.luaplatform.adapters.sqlite.act;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.testing.RulesContract;

final class SqliteRulesTest implements RulesContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Rules rules() {
        return file.adapter().rules();
    }
}

package org.luaplatform.adapters.sqlite.tenancy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.testing.ApiKeysContract;

final class SqliteApiKeysTest implements ApiKeysContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public ApiKeys apiKeys() {
        return file.adapter().apiKeys();
    }
}

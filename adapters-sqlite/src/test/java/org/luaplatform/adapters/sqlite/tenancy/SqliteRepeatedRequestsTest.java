package org.luaplatform.adapters.sqlite.tenancy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.RepeatedRequestsContract;

final class SqliteRepeatedRequestsTest implements RepeatedRequestsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public RepeatedRequests repeatedRequests() {
        return file.adapter().repeatedRequests();
    }
}

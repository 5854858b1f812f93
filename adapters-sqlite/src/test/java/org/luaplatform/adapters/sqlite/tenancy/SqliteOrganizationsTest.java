package org.luaplatform.adapters.sqlite.tenancy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.testing.OrganizationsContract;

final class SqliteOrganizationsTest implements OrganizationsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public Organizations organizations() {
        return file.adapter().organizations();
    }
}

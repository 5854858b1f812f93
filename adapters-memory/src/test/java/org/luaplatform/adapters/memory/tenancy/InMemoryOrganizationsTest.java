package org.luaplatform.adapters.memory.tenancy;

import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.testing.OrganizationsContract;

final class InMemoryOrganizationsTest implements OrganizationsContract {

    private final Organizations organizations = new InMemoryOrganizations();

    @Override
    public Organizations organizations() {
        return organizations;
    }
}

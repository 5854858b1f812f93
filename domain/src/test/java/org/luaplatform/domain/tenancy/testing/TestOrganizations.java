package org.luaplatform.domain.tenancy.testing;

import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Organizations for tests.
public final class TestOrganizations {

    private TestOrganizations() {}

    /// The id of an organization that nobody else uses.
    public static OrganizationId anId() {
        return new OrganizationId(TestIds.next());
    }

    public static Organization anOrganization() {
        return new Organization(anId(), "Corner Shop", TestClock.NOON);
    }
}

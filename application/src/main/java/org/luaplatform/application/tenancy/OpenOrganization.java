package org.luaplatform.application.tenancy;

import java.time.InstantSource;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Organizations;

/// The operator gives a new organization its place in this installation.
public final class OpenOrganization {

    public record Command(String name) {}

    private final Organizations organizations;
    private final IdGenerator ids;
    private final InstantSource clock;

    public OpenOrganization(Organizations organizations, IdGenerator ids, InstantSource clock) {
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes no caller: whoever can construct this use case runs the installation.
    ///
    /// @throws org.luaplatform.domain.Invalid if the name is blank or too long
    public Organization handle(Command command) {
        var organization = new Organization(new OrganizationId(ids.next()), command.name(), clock.instant());
        organizations.add(organization);
        return organization;
    }
}

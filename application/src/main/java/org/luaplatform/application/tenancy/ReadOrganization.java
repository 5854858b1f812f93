package org.luaplatform.application.tenancy;

import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at their own organization.
public final class ReadOrganization {

    public record Query(OrganizationId organization) {}

    private final Organizations organizations;

    public ReadOrganization(Organizations organizations) {
        this.organizations = organizations;
    }

    public Organization handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FORMS_READ, query.organization());
        return organizations.find(query.organization()).orElseThrow(OrganizationNotFound::new);
    }
}

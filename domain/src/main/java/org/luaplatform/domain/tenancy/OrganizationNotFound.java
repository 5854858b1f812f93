package org.luaplatform.domain.tenancy;

import org.luaplatform.domain.NotFound;

/// There is no such organization in the caller's organization.
public final class OrganizationNotFound extends NotFound {

    public OrganizationNotFound() {
        super("organization-not-found", "There is no such organization.");
    }
}

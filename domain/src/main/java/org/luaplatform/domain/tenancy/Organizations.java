package org.luaplatform.domain.tenancy;

import java.util.Optional;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;

/// All organizations of this installation.
public interface Organizations {

    /// @throws org.luaplatform.domain.Conflict if there is one with this id
    void add(Organization organization);

    Optional<Organization> find(OrganizationId id);

    /// All organizations in the order of their ids, for the operator and for workers; never for a tenant's eyes.
    Page<Organization> list(PageRequest page);
}

package org.luaplatform.domain.act;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The destinations of all organizations.
public interface Destinations {

    /// @throws org.luaplatform.domain.Conflict if there is a destination with this id
    void add(Destination destination);

    Optional<Versioned<Destination>> find(OrganizationId organization, DestinationId id);

    /// Newest first.
    Page<Versioned<Destination>> list(OrganizationId organization, PageRequest page);

    /// @throws DestinationNotFound if the organization has no such destination
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    Versioned<Destination> update(
            OrganizationId organization, DestinationId id, Expected expected, UnaryOperator<Destination> change);

    /// @throws DestinationNotFound if the organization has no such destination
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    void remove(OrganizationId organization, DestinationId id, Expected expected);
}

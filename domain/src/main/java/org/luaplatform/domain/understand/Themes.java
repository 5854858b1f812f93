package org.luaplatform.domain.understand;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The themes of all organizations; an organization has some dozens, at most a few hundred.
public interface Themes {

    /// @throws org.luaplatform.domain.Conflict if there is a theme with this id
    void add(Theme theme);

    Optional<Versioned<Theme>> find(OrganizationId organization, ThemeId id);

    /// All themes of the organization, oldest first.
    List<Theme> list(OrganizationId organization);

    /// @throws ThemeNotFound if the organization has no such theme
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    Versioned<Theme> update(OrganizationId organization, ThemeId id, Expected expected, UnaryOperator<Theme> change);

    /// Removes the theme if it is there.
    void remove(OrganizationId organization, ThemeId id);
}

package org.luaplatform.application.understand;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Themes;

/// Themes to which somebody else adds one just before it is added here.
record ThemesThatFillUp(Themes themes, Theme added) implements Themes {

    @Override
    public void add(Theme theme) {
        themes.add(added);
        themes.add(theme);
    }

    @Override
    public Optional<Versioned<Theme>> find(OrganizationId organization, ThemeId id) {
        return themes.find(organization, id);
    }

    @Override
    public List<Theme> list(OrganizationId organization) {
        return themes.list(organization);
    }

    @Override
    public Versioned<Theme> update(
            OrganizationId organization, ThemeId id, Expected expected, UnaryOperator<Theme> change) {
        return themes.update(organization, id, expected, change);
    }

    @Override
    public void remove(OrganizationId organization, ThemeId id) {
        themes.remove(organization, id);
    }
}

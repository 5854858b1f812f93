package org.luaplatform.adapters.sqlite.understand;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.understand.ThemeDocument;
import org.luaplatform.adapters.sqlite.engine.Aggregates;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeNotFound;
import org.luaplatform.domain.understand.Themes;

/// Themes.
public final class SqliteThemes implements Themes {

    private final Aggregates<Theme> themes;

    public SqliteThemes(Database database) {
        this.themes = new Aggregates<>(
                database,
                new Aggregates.Kind<>(
                        "themes",
                        theme -> theme.id().value(),
                        Theme::organization,
                        Theme::createdAt,
                        ThemeDocument::of,
                        ThemeDocument::toTheme,
                        ThemeNotFound::new));
    }

    @Override
    public void add(Theme theme) {
        themes.add(theme);
    }

    @Override
    public Optional<Versioned<Theme>> find(OrganizationId organization, ThemeId id) {
        return themes.find(organization, id.value());
    }

    @Override
    public List<Theme> list(OrganizationId organization) {
        return themes.all(organization);
    }

    @Override
    public Versioned<Theme> update(
            OrganizationId organization, ThemeId id, Expected expected, UnaryOperator<Theme> change) {
        return themes.update(organization, id.value(), expected, change);
    }

    @Override
    public void remove(OrganizationId organization, ThemeId id) {
        themes.removeIfThere(organization, id.value());
    }
}

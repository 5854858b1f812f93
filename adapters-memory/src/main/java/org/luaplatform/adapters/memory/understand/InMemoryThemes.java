package org.luaplatform.adapters.memory.understand;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.memory.shared.Shelf;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeNotFound;
import org.luaplatform.domain.understand.Themes;

/// Themes in memory.
public final class InMemoryThemes implements Themes {

    private static final Comparator<Theme> OLDEST_FIRST = Comparator.comparing(Theme::createdAt)
            .thenComparing(theme -> theme.id().value());

    private final Shelf<Theme> themes = new Shelf<>(Theme::organization);

    @Override
    public void add(Theme theme) {
        themes.add(theme.id().value(), theme);
    }

    @Override
    public Optional<Versioned<Theme>> find(OrganizationId organization, ThemeId id) {
        return themes.find(organization, id.value());
    }

    @Override
    public List<Theme> list(OrganizationId organization) {
        return themes.of(organization)
                .map(Versioned::value)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public Versioned<Theme> update(
            OrganizationId organization, ThemeId id, Expected expected, UnaryOperator<Theme> change) {
        return themes.update(organization, id.value(), expected, change, ThemeNotFound::new);
    }

    @Override
    public void remove(OrganizationId organization, ThemeId id) {
        themes.removeIfThere(organization, id.value());
    }
}

package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestThemes.aTheme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.RevisionsContract;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.Themes;

/// What every adapter of [Themes] promises.
public interface ThemesContract extends RevisionsContract<Theme> {

    Themes themes();

    @Test
    default void keeps_themes_without_terms_and_quotes() {
        var organization = TestOrganizations.anId();
        var theme = new Theme(TestThemes.anId(), organization, "Odd", Set.of(), List.of(), TestClock.NOON);

        themes().add(theme);

        assertThat(themes().list(organization)).containsExactly(theme);
    }

    @Test
    default void lists_an_organizations_themes_oldest_first() {
        var organization = TestOrganizations.anId();
        var oldest = aTheme(organization, TestClock.NOON, "queue");
        var middle = aTheme(organization, TestClock.NOON.plusSeconds(1), "staff");
        var newest = aTheme(organization, TestClock.NOON.plusSeconds(2), "price");
        themes().add(newest);
        themes().add(oldest);
        themes().add(middle);
        themes().add(aTheme(TestOrganizations.anId()));

        assertThat(themes().list(organization)).containsExactly(oldest, middle, newest);
    }

    @Test
    default void lists_all_of_some_hundred_themes() {
        var organization = TestOrganizations.anId();
        for (int i = 0; i < 250; i++) {
            themes().add(aTheme(organization, TestClock.NOON.plusSeconds(i), "term " + i));
        }

        assertThat(themes().list(organization))
                .hasSize(250)
                .extracting(Theme::createdAt)
                .isSorted();
    }

    @Test
    default void a_removed_theme_is_gone() {
        var organization = TestOrganizations.anId();
        var theme = aTheme(organization);
        themes().add(theme);

        themes().remove(organization, theme.id());
        themes().remove(organization, theme.id());

        assertThat(themes().find(organization, theme.id())).isEmpty();
        assertThat(themes().list(organization)).isEmpty();
    }

    @Test
    default void others_cannot_remove_a_theme() {
        var organization = TestOrganizations.anId();
        var theme = aTheme(organization);
        themes().add(theme);

        themes().remove(TestOrganizations.anId(), theme.id());

        assertThat(themes().list(organization)).containsExactly(theme);
    }

    @Override
    default Theme aNewThing(OrganizationId organization) {
        return aTheme(organization);
    }

    @Override
    default Theme renamed(Theme thing, String name) {
        return TestThemes.labelled(thing, name);
    }

    @Override
    default String nameOf(Theme thing) {
        return thing.label();
    }

    @Override
    default void add(Theme thing) {
        themes().add(thing);
    }

    @Override
    default Optional<Versioned<Theme>> find(OrganizationId organization, Theme thing) {
        return themes().find(organization, thing.id());
    }

    @Override
    default Versioned<Theme> update(
            OrganizationId organization, Theme thing, Expected expected, UnaryOperator<Theme> change) {
        return themes().update(organization, thing.id(), expected, change);
    }
}

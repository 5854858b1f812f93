package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What every store promises of things that carry a revision and can be removed.
///
/// @param <T> the thing
public interface RemovalContract<T> extends RevisionsContract<T> {

    void remove(OrganizationId organization, T thing, Expected expected);

    @Test
    default void what_was_removed_is_not_found() {
        var organization = new OrganizationId(TestIds.next());
        T thing = aNewThing(organization);
        add(thing);

        remove(organization, thing, Expected.exactly(Revision.FIRST));

        assertThat(find(organization, thing)).isEmpty();
    }

    @Test
    default void what_is_not_there_cannot_be_removed() {
        var organization = new OrganizationId(TestIds.next());

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> remove(organization, aNewThing(organization), Expected.any()));
    }

    @Test
    default void other_organizations_cannot_remove_it() {
        var organization = new OrganizationId(TestIds.next());
        T thing = aNewThing(organization);
        add(thing);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> remove(new OrganizationId(TestIds.next()), thing, Expected.any()));

        assertThat(find(organization, thing)).isPresent();
    }

    @Test
    default void a_removal_of_another_revision_than_expected_is_stale() {
        var organization = new OrganizationId(TestIds.next());
        T thing = aNewThing(organization);
        add(thing);
        var changed = update(organization, thing, Expected.any(), before -> renamed(before, "after"));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> remove(organization, thing, Expected.exactly(Revision.FIRST)));

        assertThat(find(organization, thing)).contains(changed);
    }
}

package org.luaplatform.domain.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.Paging;

/// What every adapter of [Organizations] promises.
public interface OrganizationsContract {

    Organizations organizations();

    @Test
    default void finds_what_was_added() {
        var organization = TestOrganizations.anOrganization();

        organizations().add(organization);

        assertThat(organizations().find(organization.id())).contains(organization);
    }

    @Test
    default void does_not_find_what_nobody_added() {
        assertThat(organizations().find(TestOrganizations.anId())).isEmpty();
    }

    @Test
    default void an_id_is_given_once() {
        var first = TestOrganizations.anOrganization();
        organizations().add(first);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> organizations().add(new Organization(first.id(), "Another Shop", first.createdAt())));

        assertThat(organizations().find(first.id())).contains(first);
    }

    @Test
    default void of_concurrent_additions_under_one_id_one_is_stored() {
        var organization = TestOrganizations.anOrganization();

        var stored = Concurrently.call(20, number -> {
            try {
                var mine = new Organization(organization.id(), "Shop " + number, organization.createdAt());
                organizations().add(mine);
                return Optional.of(mine);
            } catch (Conflict _) {
                return Optional.<Organization>empty();
            }
        });

        assertThat(stored.stream().flatMap(Optional::stream).map(Optional::of))
                .singleElement()
                .isEqualTo(organizations().find(organization.id()));
    }

    @Test
    default void pages_show_all_once_in_the_order_of_their_ids() {
        var added = added(7);

        var seen = Paging.all(2, organizations()::list);

        // A store that tests share has others, too.
        assertThat(seen).containsSubsequence(added).doesNotHaveDuplicates();
        assertThat(seen).extracting(organization -> organization.id().value()).isSorted();
    }

    @Test
    default void what_comes_while_pages_are_turned_neither_repeats_nor_hides_any() {
        var added = added(7);
        var later = Stream.generate(TestOrganizations::anOrganization).limit(5).iterator();

        var seen = Paging.all(2, organizations()::list, () -> {
            if (later.hasNext()) {
                organizations().add(later.next());
            }
        });

        assertThat(seen).containsSubsequence(added).doesNotHaveDuplicates();
    }

    @Test
    default void foreign_cursors_are_refused() {
        List<Organization> _ = added(3);

        Paging.refusesForeignCursors(organizations()::list);
    }

    private List<Organization> added(int count) {
        var added =
                Stream.generate(TestOrganizations::anOrganization).limit(count).toList();
        added.forEach(organizations()::add);
        return added;
    }
}

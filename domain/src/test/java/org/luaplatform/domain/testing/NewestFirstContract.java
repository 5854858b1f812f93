package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What every list promises that shows what an organization has, the newest first.
///
/// @param <T> what is listed
public interface NewestFirstContract<T> {

    Page<T> list(OrganizationId organization, PageRequest page);

    /// Stores something new, and answers what the list is to show of it.
    T addedAt(OrganizationId organization, Instant createdAt);

    @Test
    default void an_organization_without_any_has_an_empty_list() {
        assertThat(list(anOrganization(), PageRequest.first(10))).isEqualTo(Page.last(List.of()));
    }

    @Test
    default void the_newest_comes_first() {
        var organization = anOrganization();
        List<T> added = some(organization, 3);

        assertThat(list(organization, PageRequest.first(10))).isEqualTo(Page.last(added.reversed()));
    }

    @Test
    default void pages_show_everything_once_and_in_order() {
        var organization = anOrganization();
        List<T> added = some(organization, 25);

        var seen = Paging.all(10, page -> list(organization, page));

        assertThat(seen).isEqualTo(added.reversed());
    }

    @Test
    default void a_full_page_that_is_the_last_says_so() {
        var organization = anOrganization();
        List<T> added = some(organization, 5);

        assertThat(list(organization, PageRequest.first(5))).isEqualTo(Page.last(added.reversed()));
    }

    @Test
    default void pages_show_everything_once_where_all_came_at_the_same_time() {
        var organization = anOrganization();
        List<T> added = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            added.add(addedAt(organization, TestClock.NOON));
        }

        var seen = Paging.all(4, page -> list(organization, page));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void what_comes_while_pages_are_turned_neither_repeats_nor_hides_anything() {
        var organization = anOrganization();
        List<T> added = some(organization, 25);

        var seen = Paging.all(
                10,
                page -> list(organization, page),
                () -> addedAt(organization, TestClock.NOON.plus(Duration.ofDays(1))));

        assertThat(seen).isEqualTo(added.reversed());
    }

    @Test
    default void foreign_cursors_are_refused() {
        var organization = anOrganization();
        List<T> _ = some(organization, 3);

        Paging.refusesForeignCursors(page -> list(organization, page));
    }

    @Test
    default void other_organizations_are_not_in_the_list() {
        var organization = anOrganization();
        List<T> ours = some(organization, 3);
        List<T> theirs = some(anOrganization(), 3);

        var seen = Paging.all(2, page -> list(organization, page));

        assertThat(seen).isEqualTo(ours.reversed()).doesNotContainAnyElementsOf(theirs);
    }

    private static OrganizationId anOrganization() {
        return new OrganizationId(TestIds.next());
    }

    /// Some that came one second after the other.
    private List<T> some(OrganizationId organization, int count) {
        List<T> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(addedAt(organization, TestClock.NOON.plusSeconds(i)));
        }
        return added;
    }
}

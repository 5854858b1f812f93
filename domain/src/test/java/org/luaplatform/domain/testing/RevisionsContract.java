package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What every store promises of things that carry a revision.
///
/// @param <T> the thing
public interface RevisionsContract<T> {

    /// A new thing, stored nowhere.
    T aNewThing(OrganizationId organization);

    /// The thing under another name; everything else stays.
    T renamed(T thing, String name);

    String nameOf(T thing);

    void add(T thing);

    /// The thing that is stored under the id of `thing`.
    Optional<Versioned<T>> find(OrganizationId organization, T thing);

    Versioned<T> update(OrganizationId organization, T thing, Expected expected, UnaryOperator<T> change);

    @Test
    default void what_was_added_is_found_in_its_first_revision() {
        var organization = anOrganization();
        T thing = aNewThing(organization);

        add(thing);

        assertThat(find(organization, thing)).contains(new Versioned<>(thing, Revision.FIRST));
    }

    @Test
    default void what_nobody_added_is_not_found() {
        var organization = anOrganization();

        assertThat(find(organization, aNewThing(organization))).isEmpty();
    }

    @Test
    default void other_organizations_do_not_find_it() {
        T thing = aNewThing(anOrganization());
        add(thing);

        assertThat(find(anOrganization(), thing)).isEmpty();
    }

    @Test
    default void an_id_is_given_once() {
        var organization = anOrganization();
        T first = aNewThing(organization);
        add(first);

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> add(renamed(first, "second")));

        assertThat(find(organization, first)).map(Versioned::value).contains(first);
    }

    @Test
    default void of_concurrent_additions_under_one_id_one_is_stored() {
        var organization = anOrganization();
        T thing = aNewThing(organization);

        var stored = Concurrently.call(20, number -> {
            try {
                add(renamed(thing, "number " + number));
                return Optional.of("number " + number);
            } catch (Conflict _) {
                return Optional.<String>empty();
            }
        });

        assertThat(stored.stream().flatMap(Optional::stream))
                .singleElement()
                .isEqualTo(find(organization, thing)
                        .map(Versioned::value)
                        .map(this::nameOf)
                        .orElse("nothing"));
    }

    @Test
    default void an_update_stores_what_the_change_makes() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);

        var updated = update(organization, thing, Expected.any(), before -> renamed(before, "after"));

        assertThat(updated).isEqualTo(new Versioned<>(renamed(thing, "after"), Revision.FIRST.next()));
        assertThat(find(organization, thing)).contains(updated);
    }

    @Test
    default void what_is_not_there_cannot_be_updated() {
        var organization = anOrganization();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> update(organization, aNewThing(organization), Expected.any(), UnaryOperator.identity()));
    }

    @Test
    default void other_organizations_cannot_update_it() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> update(anOrganization(), thing, Expected.any(), before -> renamed(before, "theirs")));

        assertThat(find(organization, thing)).contains(new Versioned<>(thing, Revision.FIRST));
    }

    @Test
    default void an_update_of_the_expected_revision_is_stored() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);
        var first = update(organization, thing, Expected.any(), before -> renamed(before, "first"));

        var second =
                update(organization, thing, Expected.exactly(first.revision()), before -> renamed(before, "second"));

        assertThat(find(organization, thing)).contains(second);
    }

    @Test
    default void an_update_of_another_revision_than_expected_is_stale() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);
        var stored = update(organization, thing, Expected.any(), before -> renamed(before, "first"));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> update(
                        organization, thing, Expected.exactly(Revision.FIRST), before -> renamed(before, "second")));

        assertThat(find(organization, thing)).contains(stored);
    }

    @Test
    default void loses_none_of_twenty_concurrent_updates() {
        var organization = anOrganization();
        T thing = renamed(aNewThing(organization), "I");
        add(thing);

        var _ = Concurrently.call(
                20, _ -> update(organization, thing, Expected.any(), before -> renamed(before, nameOf(before) + "I")));

        assertThat(find(organization, thing))
                .contains(new Versioned<>(renamed(thing, "I".repeat(21)), new Revision(20)));
    }

    @Test
    default void of_concurrent_updates_that_expect_the_same_revision_one_is_stored() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);

        var stored = Concurrently.call(20, number -> {
            try {
                return Optional.of(update(
                        organization,
                        thing,
                        Expected.exactly(Revision.FIRST),
                        before -> renamed(before, "number " + number)));
            } catch (Stale _) {
                return Optional.<Versioned<T>>empty();
            }
        });

        assertThat(stored.stream().flatMap(Optional::stream).map(Optional::of))
                .singleElement()
                .isEqualTo(find(organization, thing));
    }

    @Test
    default void a_change_that_fails_stores_nothing() {
        var organization = anOrganization();
        T thing = aNewThing(organization);
        add(thing);

        assertThatIllegalStateException()
                .isThrownBy(() -> update(organization, thing, Expected.any(), _ -> {
                    throw new IllegalStateException("on purpose");
                }))
                .withMessage("on purpose");

        assertThat(find(organization, thing)).contains(new Versioned<>(thing, Revision.FIRST));
    }

    private static OrganizationId anOrganization() {
        return new OrganizationId(TestIds.next());
    }
}

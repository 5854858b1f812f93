package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;

/// What every adapter of [Watches] promises.
public interface WatchesContract {

    Watches watches();

    @Test
    default void nothing_is_known_at_the_beginning() {
        assertThat(watches().find(TestOrganizations.anId(), TestRules.anId(), "nps.below"))
                .isEmpty();
    }

    @Test
    default void the_first_look_is_stored() {
        var watch = aWatch("01j.$size 😀").seen(true);

        boolean stored = watches().replace(Optional.empty(), watch);

        assertThat(stored).isTrue();
        assertThat(found(watch)).contains(watch);
    }

    @Test
    default void a_later_look_is_stored_over_the_one_before() {
        var first = aWatch("nps.below").seen(true);
        var _ = watches().replace(Optional.empty(), first);
        var told = first.withTold();
        var back = told.seen(false);

        assertThat(watches().replace(Optional.of(first), told)).isTrue();
        assertThat(watches().replace(Optional.of(told), back)).isTrue();
        assertThat(found(first)).contains(back);
    }

    @Test
    default void what_somebody_else_changed_meanwhile_stays() {
        var first = aWatch("nps.below");
        var theirs = first.seen(true);
        var _ = watches().replace(Optional.empty(), first);
        var _ = watches().replace(Optional.of(first), theirs);

        assertThat(watches().replace(Optional.of(first), first.seen(true).withTold()))
                .isFalse();
        assertThat(found(first)).contains(theirs);
    }

    @Test
    default void a_first_look_is_not_stored_over_another() {
        var first = aWatch("nps.below");
        var _ = watches().replace(Optional.empty(), first);

        assertThat(watches().replace(Optional.empty(), first.seen(true))).isFalse();
        assertThat(found(first)).contains(first);
    }

    @Test
    default void what_is_not_there_is_not_replaced() {
        var never = aWatch("nps.below");

        assertThat(watches().replace(Optional.of(never), never.seen(true))).isFalse();
        assertThat(found(never)).isEmpty();
    }

    @Test
    default void subjects_rules_and_organizations_are_watched_apart() {
        var watch = aWatch("nps.below");
        var _ = watches().replace(Optional.empty(), watch);

        assertThat(watches().find(watch.organization(), watch.rule(), "nps.above"))
                .isEmpty();
        assertThat(watches().find(watch.organization(), TestRules.anId(), watch.subject()))
                .isEmpty();
        assertThat(watches().find(TestOrganizations.anId(), watch.rule(), watch.subject()))
                .isEmpty();
        assertThat(watches()
                        .replace(
                                Optional.empty(),
                                Watch.unseen(TestOrganizations.anId(), watch.rule(), watch.subject())))
                .isTrue();
    }

    @Test
    default void of_concurrent_looks_one_is_stored() {
        var watch = aWatch("nps.below");

        var first = Concurrently.call(20, _ -> watches().replace(Optional.empty(), watch));
        var second = Concurrently.call(20, _ -> watches().replace(Optional.of(watch), watch.seen(true)));

        assertThat(first).filteredOn(stored -> stored).hasSize(1);
        assertThat(second).filteredOn(stored -> stored).hasSize(1);
    }

    private static Watch aWatch(String subject) {
        return Watch.unseen(TestOrganizations.anId(), TestRules.anId(), subject);
    }

    private Optional<Watch> found(Watch watch) {
        return watches().find(watch.organization(), watch.rule(), watch.subject());
    }
}

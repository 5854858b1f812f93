package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.OrganizationId;

class WatchTest {

    private static final Watch UNSEEN = Watch.unseen(new OrganizationId("org1"), new RuleId("rule1"), "nps.below");

    @Test
    void there_is_nothing_to_tell_of_what_nobody_has_looked_at() {
        assertThat(UNSEEN.told()).isTrue();
        assertThat(UNSEEN.beyond()).isFalse();
        assertThat(UNSEEN.crossings()).isZero();
    }

    @Test
    void what_is_beyond_at_the_first_look_has_crossed() {
        Watch after = UNSEEN.seen(true);

        assertThat(after.beyond()).isTrue();
        assertThat(after.crossings()).isEqualTo(1);
        assertThat(after.told()).isFalse();
    }

    @Test
    void what_stays_where_it_is_has_not_crossed() {
        Watch beyond = UNSEEN.seen(true).withTold();

        assertThat(UNSEEN.seen(false)).isEqualTo(UNSEEN);
        assertThat(beyond.seen(true)).isEqualTo(beyond);
    }

    @Test
    void coming_back_is_not_told() {
        Watch back = UNSEEN.seen(true).withTold().seen(false);

        assertThat(back.beyond()).isFalse();
        assertThat(back.crossings()).isEqualTo(1);
        assertThat(back.told()).isTrue();
    }

    @Test
    void each_crossing_has_its_own_number() {
        Watch again = UNSEEN.seen(true).withTold().seen(false).seen(true);

        assertThat(again.crossings()).isEqualTo(2);
        assertThat(again.told()).isFalse();
    }

    @Test
    void coming_back_does_not_tell_a_crossing_that_was_not_told() {
        Watch back = UNSEEN.seen(true).seen(false);

        assertThat(back.told()).isFalse();
    }
}

package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.testing.TestClock;

class PeriodTest {

    private static final Instant NOON = TestClock.NOON;

    @Test
    void has_its_beginning_and_lacks_its_end() {
        var minute = new Period(NOON, NOON.plusSeconds(60));

        assertThat(minute.contains(NOON)).isTrue();
        assertThat(minute.contains(NOON.plusSeconds(59))).isTrue();
        assertThat(minute.contains(NOON.plusSeconds(60))).isFalse();
        assertThat(minute.contains(NOON.minusNanos(1))).isFalse();
    }

    @Test
    void ends_after_it_begins() {
        assertThat(violations(() -> new Period(NOON, NOON))).containsExactly("/to must be after from");
        assertThat(violations(() -> new Period(NOON, NOON.minusNanos(1)))).containsExactly("/to must be after from");
    }

    @Test
    void is_so_long() {
        assertThat(Period.before(NOON, Duration.ofHours(2)))
                .isEqualTo(new Period(NOON.minus(Duration.ofHours(2)), NOON));
        assertThat(Period.before(NOON, Duration.ofHours(2)).length()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void follows_one_of_the_same_length() {
        var hour = new Period(NOON, NOON.plusSeconds(3_600));

        assertThat(hour.previous()).isEqualTo(new Period(NOON.minusSeconds(3_600), NOON));
    }
}

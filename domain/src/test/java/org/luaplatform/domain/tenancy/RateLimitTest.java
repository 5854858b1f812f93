package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.RateLimiter.Decision;
import org.luaplatform.domain.tenancy.RateLimiter.Limit;

class RateLimitTest {

    private static final Limit TEN_IN_TEN_SECONDS = new Limit(10, Duration.ofSeconds(10));

    @Test
    void turns_come_back_evenly() {
        assertThat(TEN_IN_TEN_SECONDS.microsForAll()).isEqualTo(10_000_000);
        assertThat(TEN_IN_TEN_SECONDS.microsPerTurn()).isEqualTo(1_000_000);
    }

    @Test
    void a_limit_has_a_turn_and_a_millisecond_for_each() {
        assertThat(new Limit(1_000, Duration.ofSeconds(1)).microsPerTurn()).isEqualTo(1_000);
        assertThat(new Limit(1, Duration.ofMillis(1)).microsPerTurn()).isEqualTo(1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1_001, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, Duration.ZERO));
    }

    @Test
    void after_the_first_turn_nine_are_left() {
        assertThat(TEN_IN_TEN_SECONDS.decision(true, 1_000_000))
                .isEqualTo(new Decision(true, 9, Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void part_of_a_turn_is_none() {
        assertThat(TEN_IN_TEN_SECONDS.decision(true, 1_000_001).remaining()).isEqualTo(8);
        assertThat(TEN_IN_TEN_SECONDS.decision(true, 9_000_000))
                .isEqualTo(new Decision(true, 1, Duration.ZERO, Duration.ofSeconds(9)));
        assertThat(TEN_IN_TEN_SECONDS.decision(true, 9_000_001))
                .isEqualTo(new Decision(true, 0, Duration.ofNanos(1_000), Duration.ofNanos(9_000_001_000L)));
    }

    @Test
    void when_all_are_taken_the_next_comes_after_a_turns_time() {
        assertThat(TEN_IN_TEN_SECONDS.decision(false, 10_000_000))
                .isEqualTo(new Decision(false, 0, Duration.ofSeconds(1), Duration.ofSeconds(10)));
    }

    @Test
    void there_are_never_more_than_all_turns() {
        assertThat(TEN_IN_TEN_SECONDS.decision(true, 0))
                .isEqualTo(new Decision(true, 10, Duration.ZERO, Duration.ZERO));
        assertThat(new Limit(3, Duration.ofMillis(10)).decision(true, 0).remaining())
                .isEqualTo(3);
    }

    @Test
    void a_caller_far_ahead_has_none_left() {
        assertThat(TEN_IN_TEN_SECONDS.decision(false, 60_000_000))
                .isEqualTo(new Decision(false, 0, Duration.ofSeconds(51), Duration.ofMinutes(1)));
    }
}

package org.luaplatform.adapters.memory.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.testing.RateLimiterContract;
import org.luaplatform.domain.testing.TestClock;

final class InProcessRateLimiterTest implements RateLimiterContract {

    private static final Instant NOON = TestClock.NOON;

    private final RateLimiter limiter = new InProcessRateLimiter();

    @Override
    public RateLimiter rateLimiter() {
        return limiter;
    }

    @Test
    void a_million_invented_names_do_not_give_the_worst_one_new_turns() {
        var limit = new RateLimiter.Limit(5, Duration.ofMinutes(1));
        IntStream.range(0, 5).forEach(_ -> limiter.take("worst", limit, NOON));

        IntStream.range(0, 1_000_000).forEach(i -> limiter.take("invented:" + i, limit, NOON));

        assertThat(limiter.take("worst", limit, NOON).granted()).isFalse();
    }

    @Test
    void names_whose_turns_are_all_back_make_room_first() {
        var limit = new RateLimiter.Limit(1, Duration.ofSeconds(1));
        IntStream.range(0, 200_000).forEach(i -> limiter.take("then:" + i, limit, NOON));
        Instant later = NOON.plusSeconds(2);
        limiter.take("somebody", limit, later);

        IntStream.range(0, 10_000).forEach(i -> limiter.take("now:" + i, limit, later));

        assertThat(limiter.take("somebody", limit, later).granted()).isFalse();
    }

    @Test
    void a_clock_that_was_far_ahead_locks_nobody_out_once_it_is_right() {
        var limit = new RateLimiter.Limit(10, Duration.ofSeconds(10));
        IntStream.range(0, 10).forEach(_ -> limiter.take("somebody", limit, NOON.plus(Duration.ofDays(1))));

        var first = limiter.take("somebody", limit, NOON);
        var soon = limiter.take("somebody", limit, NOON.plusSeconds(1));

        assertThat(first.granted()).isFalse();
        assertThat(first.resetAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(soon.granted()).isTrue();
    }
}

package org.luaplatform.domain.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.RateLimiter.Decision;
import org.luaplatform.domain.tenancy.RateLimiter.Limit;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// What every adapter of [RateLimiter] promises.
public interface RateLimiterContract {

    /// A turn comes back each second.
    Limit TEN_IN_TEN_SECONDS = new Limit(10, Duration.ofSeconds(10));

    RateLimiter rateLimiter();

    @Test
    default void grants_a_burst_of_all_turns_and_no_more() {
        String who = somebody();

        var decisions = takeAtOnce(who, 11);

        assertThat(decisions.stream().map(Decision::granted))
                .containsExactly(true, true, true, true, true, true, true, true, true, true, false);
        assertThat(decisions.stream().map(Decision::remaining)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0);
    }

    @Test
    default void a_turn_that_is_left_needs_no_waiting() {
        assertThat(takeAtOnce(somebody(), 9)).extracting(Decision::retryAfter).containsOnly(Duration.ZERO);
    }

    @Test
    default void says_how_long_until_the_next_turn() {
        var last = takeAtOnce(somebody(), 11).getLast();

        assertThat(last.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    default void the_next_turn_is_there_when_it_said() {
        String who = somebody();
        var refused = takeAtOnce(who, 11).getLast();

        var later = take(who, TestClock.NOON.plus(refused.retryAfter()));

        assertThat(later.granted()).isTrue();
    }

    @Test
    default void turns_come_back_one_after_the_other() {
        String who = somebody();
        var _ = takeAtOnce(who, 10);

        var early = take(who, TestClock.NOON.plusMillis(900));
        var first = take(who, TestClock.NOON.plusMillis(1_100));
        var tooMany = take(who, TestClock.NOON.plusMillis(1_200));
        var second = take(who, TestClock.NOON.plusMillis(2_100));

        assertThat(Stream.of(early, first, tooMany, second).map(Decision::granted))
                .containsExactly(false, true, false, true);
    }

    @Test
    default void all_turns_are_back_when_it_said() {
        String who = somebody();
        var last = takeAtOnce(who, 10).getLast();

        var later = take(who, TestClock.NOON.plus(last.resetAfter()));

        assertThat(last.resetAfter()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(later.remaining()).isEqualTo(9);
    }

    @Test
    default void after_a_long_time_there_are_no_more_than_all_turns() {
        String who = somebody();
        var _ = takeAtOnce(who, 3);

        var later = take(who, TestClock.NOON.plus(Duration.ofHours(1)));

        assertThat(later.remaining()).isEqualTo(9);
    }

    @Test
    default void refusals_cost_nothing() {
        String who = somebody();
        var _ = takeAtOnce(who, 200);

        var later = take(who, TestClock.NOON.plusMillis(1_100));

        assertThat(later.granted()).isTrue();
    }

    @Test
    default void whoever_never_stops_gets_the_rate_and_one_burst() {
        String who = somebody();

        long granted = IntStream.range(0, 200)
                .filter(tick ->
                        take(who, TestClock.NOON.plusMillis(tick * 250L)).granted())
                .count();

        // 50 s at a turn each second, after a burst of 10.
        assertThat(granted).isBetween(59L, 60L);
    }

    @Test
    default void unrelated_names_do_not_touch_each_other() {
        var _ = takeAtOnce(somebody(), 11);

        assertThat(take(somebody(), TestClock.NOON).remaining()).isEqualTo(9);
    }

    @Test
    default void a_clock_that_lags_behind_takes_no_extra_turns() {
        String who = somebody();
        var _ = takeAtOnce(who, 10);

        assertThat(take(who, TestClock.NOON.minusSeconds(5)).granted()).isFalse();
    }

    @Test
    default void one_turn_is_a_limit_too() {
        String who = somebody();
        var limit = new Limit(1, Duration.ofMinutes(1));

        var decisions = Stream.of(0, 59, 61)
                .map(second -> rateLimiter().take(who, limit, TestClock.NOON.plusSeconds(second)))
                .toList();

        assertThat(decisions).extracting(Decision::granted).containsExactly(true, false, true);
    }

    @Test
    default void concurrent_callers_never_take_more_than_there_is() {
        String who = somebody();

        var decisions = Concurrently.call(50, _ -> take(who, TestClock.NOON));

        assertThat(decisions).filteredOn(Decision::granted).hasSize(10);
    }

    private static String somebody() {
        return "collect:" + TestIds.next();
    }

    private Decision take(String who, Instant now) {
        return rateLimiter().take(who, TEN_IN_TEN_SECONDS, now);
    }

    private List<Decision> takeAtOnce(String who, int times) {
        return Stream.generate(() -> take(who, TestClock.NOON)).limit(times).toList();
    }
}

package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Optional<Duration> NOT_ASKED = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT30S",
        "3, PT2M",
        "4, PT10M",
        "5, PT30M",
        "6, PT1H",
        "7, PT2H",
        "8, PT4H",
        "9, PT8H",
        "10, PT8H",
        "40, PT8H"
    })
    void the_longest_wait_grows_with_each_try(int tries, Duration longest) {
        Optional<Instant> next = Backoff.next(tries, START, START, NOT_ASKED, 1);

        assertThat(next).contains(START.plus(longest));
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "0.5, PT3S", "1, PT5S"})
    void chance_spreads_the_waits(double chance, Duration wait) {
        Optional<Instant> next = Backoff.next(1, START, START, NOT_ASKED, chance);

        assertThat(next).contains(START.plus(wait));
    }

    @Test
    void a_receiver_that_asks_for_more_time_gets_it() {
        Optional<Instant> next = Backoff.next(1, START, START, Optional.of(Duration.ofMinutes(7)), 1);

        assertThat(next).contains(START.plus(Duration.ofMinutes(7)));
    }

    @Test
    void a_receiver_that_asks_for_less_time_than_we_wait_anyway_changes_nothing() {
        Optional<Instant> next = Backoff.next(1, START, START, Optional.of(Duration.ofSeconds(2)), 1);

        assertThat(next).contains(START.plus(Duration.ofSeconds(5)));
    }

    @Test
    void nobody_makes_us_wait_for_more_than_a_day() {
        Optional<Instant> next = Backoff.next(1, START, START, Optional.of(Duration.ofDays(400)), 1);

        assertThat(next).contains(START.plus(Duration.ofDays(1)));
    }

    @Test
    void the_last_try_is_made_when_the_three_days_are_over() {
        Instant late = START.plus(Duration.ofDays(3)).minusSeconds(1);

        Optional<Instant> next = Backoff.next(12, START, late, NOT_ASKED, 1);

        assertThat(next).contains(START.plus(Duration.ofDays(3)));
    }

    @Test
    void after_three_days_it_is_given_up() {
        Instant over = START.plus(Duration.ofDays(3));

        Optional<Instant> next = Backoff.next(13, START, over, NOT_ASKED, 0);

        assertThat(next).isEmpty();
    }

    @Test
    void three_days_hold_some_twenty_tries() {
        Instant now = START;
        int tries = 1;

        Optional<Instant> next = Backoff.next(tries, START, now, NOT_ASKED, 0.5);
        while (next.isPresent()) {
            now = next.get();
            tries++;
            next = Backoff.next(tries, START, now, NOT_ASKED, 0.5);
        }

        assertThat(tries).isBetween(20, 30);
        assertThat(now).isEqualTo(START.plus(Duration.ofDays(3)));
    }
}

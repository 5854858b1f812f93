package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Courier.Verdict;
import org.luaplatform.domain.act.Destination.Health;

class DestinationHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void a_success_of_a_healthy_destination_changes_nothing() {
        Health before = new Health.Active(0, NOW.minus(DAY));

        assertThat(DestinationHealth.after(before, outcome(Verdict.DELIVERED), NOW))
                .isEqualTo(before);
    }

    @Test
    void a_success_forgives_every_failure() {
        Health before = new Health.Active(19, NOW.minus(DAY));

        assertThat(DestinationHealth.after(before, outcome(Verdict.DELIVERED), NOW))
                .isEqualTo(new Health.Active(0, NOW));
    }

    @Test
    void the_first_failure_starts_the_clock() {
        Health before = new Health.Active(0, NOW.minus(DAY));

        assertThat(DestinationHealth.after(before, outcome(Verdict.RETRY), NOW)).isEqualTo(new Health.Active(1, NOW));
    }

    @Test
    void further_failures_are_counted_and_leave_the_clock_running() {
        Health before = new Health.Active(3, NOW.minusSeconds(60));

        assertThat(DestinationHealth.after(before, outcome(Verdict.RETRY), NOW))
                .isEqualTo(new Health.Active(4, NOW.minusSeconds(60)));
    }

    @Test
    void a_burst_of_failures_does_not_disable() {
        Health before = new Health.Active(20, NOW.minus(DAY).plusSeconds(1));

        assertThat(DestinationHealth.after(before, outcome(Verdict.RETRY), NOW)).isEqualTo(before);
    }

    @Test
    void a_few_failures_over_a_long_time_do_not_disable() {
        Health before = new Health.Active(18, NOW.minus(Duration.ofDays(30)));

        assertThat(DestinationHealth.after(before, outcome(Verdict.RETRY), NOW))
                .isEqualTo(new Health.Active(19, NOW.minus(Duration.ofDays(30))));
    }

    @Test
    void a_day_of_many_failures_disables_and_says_why() {
        Health before = new Health.Active(19, NOW.minus(DAY));

        Health after = DestinationHealth.after(before, outcome(Verdict.RETRY), NOW);

        assertThat(after)
                .isEqualTo(new Health.Disabled(
                        "Every attempt failed since 2026-03-01T12:00:00Z; the last: answered 500", NOW));
    }

    @Test
    void a_receiver_that_is_gone_is_disabled_at_once() {
        Health before = new Health.Active(0, NOW);

        Health after = DestinationHealth.after(before, outcome(Verdict.GONE), NOW);

        assertThat(after).isEqualTo(new Health.Disabled("The receiver says that it is gone (HTTP 410).", NOW));
    }

    @Test
    void what_was_on_its_way_when_it_was_disabled_does_not_enable_it() {
        Health before = new Health.Disabled("because", NOW.minusSeconds(5));

        assertThat(DestinationHealth.after(before, outcome(Verdict.DELIVERED), NOW))
                .isEqualTo(before);
    }

    private static Courier.Outcome outcome(Verdict verdict) {
        Optional<String> problem = verdict == Verdict.DELIVERED ? Optional.empty() : Optional.of("answered 500");
        var attempt = new Attempt(NOW, Duration.ofMillis(5), Optional.of(500), Optional.empty(), problem);
        return new Courier.Outcome(attempt, verdict, Optional.empty());
    }
}

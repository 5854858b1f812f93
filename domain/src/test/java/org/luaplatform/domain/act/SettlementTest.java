package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Courier.Verdict;
import org.luaplatform.domain.act.Delivery.State;
import org.luaplatform.domain.tenancy.OrganizationId;

class SettlementTest {

    private static final Instant ENQUEUED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant NOW = ENQUEUED.plusSeconds(10);
    private static final Delivery DELIVERY = Delivery.enqueued(
            new DeliveryId("delivery1"),
            new OrganizationId("org1"),
            new DestinationId("destination1"),
            Optional.empty(),
            new Event.Test(ENQUEUED),
            ENQUEUED);

    @Test
    void what_arrived_is_delivered() {
        Delivery after = Settlement.attempted(DELIVERY, outcome(Verdict.DELIVERED), NOW, 0);

        assertThat(after.state()).isEqualTo(new State.Delivered(NOW));
        assertThat(after.attempts()).hasSize(1);
    }

    @Test
    void what_failed_is_tried_again_later() {
        Delivery after = Settlement.attempted(DELIVERY, outcome(Verdict.RETRY), NOW, 1);

        assertThat(after.state()).isEqualTo(new State.Pending(1, NOW.plusSeconds(5), ENQUEUED));
    }

    @Test
    void each_attempt_is_kept_after_those_before() {
        Delivery once = Settlement.attempted(DELIVERY, outcome(Verdict.RETRY), NOW, 1);

        Delivery twice = Settlement.attempted(once, outcome(Verdict.DELIVERED), NOW.plusSeconds(5), 1);

        assertThat(twice.attempts()).extracting(Attempt::succeeded).containsExactly(false, true);
    }

    @Test
    void the_wait_that_the_receiver_asked_for_is_kept() {
        var busy = new Courier.Outcome(
                outcome(Verdict.RETRY).attempt(), Verdict.RETRY, Optional.of(Duration.ofMinutes(3)));

        Delivery after = Settlement.attempted(DELIVERY, busy, NOW, 0);

        assertThat(after.state()).isEqualTo(new State.Pending(1, NOW.plus(Duration.ofMinutes(3)), ENQUEUED));
    }

    @Test
    void what_failed_for_three_days_is_dead_and_says_why() {
        Instant late = ENQUEUED.plus(Duration.ofDays(3));
        Delivery before = DELIVERY.with(new State.Pending(17, late, ENQUEUED), List.of());

        Delivery after = Settlement.attempted(before, outcome(Verdict.RETRY), late, 0);

        assertThat(after.state())
                .isEqualTo(new State.Dead("18 attempts in 72 hours failed; the last: answered 500", late));
    }

    @Test
    void what_a_vanished_receiver_refused_waits_with_its_time_not_running() {
        Delivery after = Settlement.attempted(DELIVERY, outcome(Verdict.GONE), NOW, 0);

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(after.state()).isEqualTo(new State.Pending(0, later, later));
        assertThat(after.attempts()).hasSize(1);
    }

    @Test
    void what_waits_for_a_disabled_destination_was_not_attempted() {
        Delivery after = Settlement.parked(DELIVERY, NOW);

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(after.state()).isEqualTo(new State.Pending(0, later, later));
        assertThat(after.attempts()).isEmpty();
    }

    @Test
    void what_has_nowhere_to_go_is_dead() {
        Delivery after = Settlement.orphaned(DELIVERY, NOW);

        assertThat(after.state()).isEqualTo(new State.Dead("The destination was removed.", NOW));
    }

    @Test
    void only_what_is_pending_can_be_tried_again() {
        Delivery delivered = DELIVERY.with(new State.Delivered(NOW), List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> Settlement.attempted(delivered, outcome(Verdict.RETRY), NOW, 0));
    }

    private static Courier.Outcome outcome(Verdict verdict) {
        Optional<String> problem = verdict == Verdict.DELIVERED ? Optional.empty() : Optional.of("answered 500");
        var attempt = new Attempt(NOW, Duration.ofMillis(5), Optional.of(500), Optional.empty(), problem);
        return new Courier.Outcome(attempt, verdict, Optional.empty());
    }
}

package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.act.testing.TestDeliveries.anAttemptThatFailed;
import static org.luaplatform.domain.act.testing.TestDeliveries.anAttemptThatSucceeded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Deliveries.Claim;
import org.luaplatform.domain.act.Deliveries.Figures;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;

/// How every adapter of [Deliveries] hands out what is due.
public interface DeliveryQueueContract {

    Instant NOON = TestClock.NOON;
    Duration LEASE = Duration.ofMinutes(1);

    /// On a store that is empty when a test begins: the queue goes over all organizations.
    Deliveries deliveries();

    @Test
    default void where_nothing_is_due_there_is_nothing_to_claim() {
        var _ = enqueued(NOON.plusSeconds(1));

        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    default void the_longest_due_of_all_organizations_come_first() {
        var second = enqueued(NOON.plusSeconds(2));
        var first = enqueued(NOON.plusSeconds(1));
        var third = enqueued(NOON.plusSeconds(3));

        assertThat(deliveries().claim(2, 10, Set.of(), NOON.plusSeconds(9), LEASE))
                .extracting(Claim::delivery)
                .containsExactly(first, second);
        assertThat(claim(NOON.plusSeconds(9))).extracting(Claim::delivery).containsExactly(third);
    }

    @Test
    default void what_is_settled_for_good_is_never_due() {
        var organization = TestOrganizations.anId();
        var _ = enqueued(organization, new Delivery.State.Delivered(NOON));
        var _ = enqueued(organization, new Delivery.State.Dead("gone", NOON));

        assertThat(claim(NOON.plus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    default void a_leased_delivery_is_given_to_nobody_else() {
        var _ = enqueued(NOON);
        assertThat(claim(NOON)).hasSize(1);

        assertThat(claim(NOON.plusSeconds(59))).isEmpty();
    }

    @Test
    default void a_delivery_whose_courier_died_is_due_again() {
        var delivery = enqueued(NOON);
        var first = claim(NOON).getFirst();

        var second = claim(NOON.plusSeconds(61)).getFirst();

        assertThat(second.delivery()).isEqualTo(delivery);
        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    default void no_destination_gets_more_than_its_part() {
        var organization = TestOrganizations.anId();
        List<DestinationId> destinations =
                List.of(TestDestinations.anId(), TestDestinations.anId(), TestDestinations.anId());
        for (DestinationId destination : destinations) {
            for (int i = 0; i < 5; i++) {
                var _ = enqueued(organization, destination, NOON.plusSeconds(i));
            }
        }

        var claims = deliveries().claim(100, 2, Set.of(), NOON.plusSeconds(9), LEASE);

        assertThat(claims).hasSize(6);
        for (DestinationId destination : destinations) {
            assertThat(claims)
                    .extracting(Claim::delivery)
                    .filteredOn(one -> one.destination().equals(destination))
                    .extracting(Delivery::createdAt)
                    .containsExactlyInAnyOrder(NOON, NOON.plusSeconds(1));
        }
    }

    @Test
    default void a_crowd_before_one_destination_hides_no_other() {
        var organization = TestOrganizations.anId();
        var crowded = TestDestinations.anId();
        List<Delivery> crowd = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            crowd.add(TestDeliveries.aDelivery(organization, crowded, new Event.Test(NOON), NOON));
        }
        var _ = deliveries().enqueue(crowd);
        var other = enqueued(NOON.plusSeconds(1));

        var claims = deliveries().claim(10, 3, Set.of(), NOON.plusSeconds(2), LEASE);

        assertThat(claims).hasSize(4).extracting(Claim::delivery).contains(other);
    }

    @Test
    default void destinations_that_are_to_be_spared_get_nothing() {
        var spared = enqueued(NOON);
        var alsoSpared = enqueued(NOON);
        var other = enqueued(NOON.plusSeconds(1));
        Set<DestinationId> except = Set.of(spared.destination(), alsoSpared.destination());

        assertThat(deliveries().claim(10, 10, except, NOON.plusSeconds(2), LEASE))
                .extracting(Claim::delivery)
                .containsExactly(other);
        assertThat(claim(NOON.plusSeconds(2)))
                .extracting(Claim::delivery)
                .containsExactlyInAnyOrder(spared, alsoSpared);
    }

    @Test
    default void many_destinations_can_be_spared() {
        Set<DestinationId> except = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            except.add(enqueued(NOON).destination());
        }
        var other = enqueued(NOON.plusSeconds(1));

        assertThat(deliveries().claim(10, 1, except, NOON.plusSeconds(2), LEASE))
                .extracting(Claim::delivery)
                .containsExactly(other);
    }

    @Test
    default void what_was_delivered_is_stored_and_not_due_any_more() {
        var delivery = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        var after =
                delivery.with(new Delivery.State.Delivered(NOON.plusSeconds(1)), List.of(anAttemptThatSucceeded(NOON)));

        assertThat(deliveries().settle(claim, after)).isTrue();
        assertThat(stored(delivery)).contains(after);
        assertThat(claim(NOON.plus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    default void what_failed_is_due_again_when_it_said() {
        var delivery = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        var after = delivery.with(
                new Delivery.State.Pending(1, NOON.plusSeconds(5), NOON), List.of(anAttemptThatFailed(NOON)));

        assertThat(deliveries().settle(claim, after)).isTrue();
        assertThat(claim(NOON.plusSeconds(4))).isEmpty();
        assertThat(claim(NOON.plusSeconds(5))).extracting(Claim::delivery).containsExactly(after);
    }

    @Test
    default void what_was_given_up_is_stored_and_not_due_any_more() {
        var delivery = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        var after = delivery.with(new Delivery.State.Dead("gone", NOON), List.of(anAttemptThatFailed(NOON)));

        assertThat(deliveries().settle(claim, after)).isTrue();
        assertThat(stored(delivery)).contains(after);
        assertThat(claim(NOON.plus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    default void a_courier_that_was_too_slow_settles_nothing() {
        var delivery = enqueued(NOON);
        var slow = claim(NOON).getFirst();
        var next = claim(NOON.plusSeconds(61)).getFirst();
        var delivered = delivery.with(new Delivery.State.Delivered(NOON), List.of());

        assertThat(deliveries().settle(slow, delivery.with(new Delivery.State.Dead("slow", NOON), List.of())))
                .isFalse();
        assertThat(stored(delivery)).contains(delivery);
        assertThat(deliveries().settle(next, delivered)).isTrue();
        assertThat(deliveries().settle(slow, delivery)).isFalse();
        assertThat(stored(delivery)).contains(delivered);
    }

    @Test
    default void a_claim_is_settled_once() {
        var delivery = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        var delivered = delivery.with(new Delivery.State.Delivered(NOON), List.of());
        assertThat(deliveries().settle(claim, delivered)).isTrue();

        assertThat(deliveries().settle(claim, delivery)).isFalse();
        assertThat(stored(delivery)).contains(delivered);
    }

    @Test
    default void a_replay_takes_the_lease_from_whoever_has_it() {
        var delivery = enqueued(NOON);
        var before = claim(NOON).getFirst();

        var replayed = deliveries().replay(delivery.organization(), delivery.id(), NOON.plusSeconds(1));

        assertThat(deliveries().settle(before, delivery.with(new Delivery.State.Delivered(NOON), List.of())))
                .isFalse();
        assertThat(stored(delivery)).contains(replayed);
        assertThat(claim(NOON.plusSeconds(1))).extracting(Claim::delivery).containsExactly(replayed);
    }

    @Test
    default void what_waited_for_a_destination_goes_on_when_that_is_resumed() {
        var organization = TestOrganizations.anId();
        var destination = TestDestinations.anId();
        var attempts = List.of(anAttemptThatFailed(NOON));
        var waiting = enqueued(TestDeliveries.aDelivery(organization, destination, NOON)
                .with(new Delivery.State.Pending(9, NOON.plus(Duration.ofDays(2)), NOON), attempts));
        var delivered = enqueued(TestDeliveries.aDelivery(organization, destination, NOON)
                .with(new Delivery.State.Delivered(NOON), attempts));
        var dead = enqueued(TestDeliveries.aDelivery(organization, destination, NOON)
                .with(new Delivery.State.Dead("gone", NOON), attempts));
        var elsewhere = enqueued(organization, TestDestinations.anId(), NOON);
        var theirs = enqueued(TestOrganizations.anId(), destination, NOON);
        Instant now = NOON.plusSeconds(60);

        int resumed = deliveries().resume(organization, destination, now);

        assertThat(resumed).isEqualTo(1);
        assertThat(stored(waiting)).contains(waiting.with(new Delivery.State.Pending(0, now, now), attempts));
        assertThat(List.of(delivered, dead, elsewhere, theirs))
                .allSatisfy(one -> assertThat(stored(one)).contains(one));
    }

    @Test
    default void what_is_leased_is_left_to_its_courier_when_a_destination_is_resumed() {
        var leased = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        var after = leased.with(new Delivery.State.Delivered(NOON), List.of());

        assertThat(deliveries().resume(leased.organization(), leased.destination(), NOON.plusSeconds(1)))
                .isZero();
        assertThat(deliveries().settle(claim, after)).isTrue();
    }

    @Test
    default void what_a_dead_courier_had_leased_is_resumed() {
        var leased = enqueued(NOON);
        var claim = claim(NOON).getFirst();
        Instant now = NOON.plusSeconds(61);

        assertThat(deliveries().resume(leased.organization(), leased.destination(), now))
                .isEqualTo(1);
        assertThat(deliveries().settle(claim, leased)).isFalse();
        assertThat(claim(now)).hasSize(1);
    }

    @Test
    default void the_figures_are_nothing_at_the_beginning() {
        assertThat(deliveries().figures()).isEqualTo(new Figures(0, 0, Optional.empty()));
    }

    @Test
    default void the_figures_tell_what_is_to_do_and_since_when() {
        var organization = TestOrganizations.anId();
        var _ = enqueued(organization, new Delivery.State.Pending(1, NOON.plusSeconds(9), NOON));
        var _ = enqueued(organization, new Delivery.State.Pending(1, NOON.plusSeconds(5), NOON));
        var _ = enqueued(TestOrganizations.anId(), new Delivery.State.Dead("gone", NOON));
        var _ = enqueued(organization, new Delivery.State.Delivered(NOON));

        assertThat(deliveries().figures()).isEqualTo(new Figures(2, 1, Optional.of(NOON.plusSeconds(5))));
    }

    @Test
    default void concurrent_couriers_are_never_given_the_same_delivery() {
        List<DeliveryId> due = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            due.add(enqueued(NOON).id());
        }

        var claimed = Concurrently.call(10, _ -> {
            List<DeliveryId> mine = new ArrayList<>();
            List<Claim> next = deliveries().claim(7, 7, Set.of(), NOON, LEASE);
            while (!next.isEmpty()) {
                next.forEach(claim -> mine.add(claim.delivery().id()));
                next = deliveries().claim(7, 7, Set.of(), NOON, LEASE);
            }
            return mine;
        });

        assertThat(claimed.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    default void concurrent_couriers_who_take_each_others_leases_settle_each_delivery_once() {
        List<DeliveryId> due = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            due.add(enqueued(NOON).id());
        }

        // A lease of no time at all: every claim takes away somebody's lease.
        var settled = Concurrently.call(6, _ -> {
            List<DeliveryId> mine = new ArrayList<>();
            List<Claim> next = deliveries().claim(10, 10, Set.of(), NOON, Duration.ZERO);
            while (!next.isEmpty()) {
                for (Claim claim : next) {
                    Delivery after = claim.delivery().with(new Delivery.State.Delivered(NOON), List.of());
                    if (deliveries().settle(claim, after)) {
                        mine.add(after.id());
                    }
                }
                next = deliveries().claim(10, 10, Set.of(), NOON, Duration.ZERO);
            }
            return mine;
        });

        assertThat(settled.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(due);
    }

    /// A delivery that is due at `at`, to an organization and a destination of its own.
    private Delivery enqueued(Instant at) {
        return enqueued(TestOrganizations.anId(), TestDestinations.anId(), at);
    }

    private Delivery enqueued(OrganizationId organization, DestinationId destination, Instant at) {
        return enqueued(TestDeliveries.aDelivery(organization, destination, new Event.Test(at), at));
    }

    private Delivery enqueued(OrganizationId organization, Delivery.State state) {
        return enqueued(TestDeliveries.aDelivery(organization).with(state, List.of()));
    }

    private Delivery enqueued(Delivery delivery) {
        assertThat(deliveries().enqueue(List.of(delivery))).isEqualTo(1);
        return delivery;
    }

    private List<Claim> claim(Instant now) {
        return deliveries().claim(100, 100, Set.of(), now, LEASE);
    }

    private Optional<Delivery> stored(Delivery delivery) {
        return deliveries().find(delivery.organization(), delivery.id());
    }
}

package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.act.testing.TestDeliveries.aDelivery;
import static org.luaplatform.domain.act.testing.TestDeliveries.anAttemptThatFailed;
import static org.luaplatform.domain.act.testing.TestDeliveries.anAttemptThatSucceeded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Deliveries.StateName;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.NewestFirstContract;
import org.luaplatform.domain.testing.Paging;
import org.luaplatform.domain.testing.TestClock;

/// What the ledger of [Deliveries] promises to keep and to show; how it hands work out is in
/// [DeliveryQueueContract].
public interface DeliveriesContract extends NewestFirstContract<Delivery> {

    Deliveries deliveries();

    @Test
    default void keeps_everything_of_a_delivery_whatever_it_is_about() {
        var organization = TestOrganizations.anId();
        List<Delivery> enqueued = new ArrayList<>();
        for (Event event : TestDeliveries.eventsOfAllKinds(organization)) {
            enqueued.add(aDelivery(organization, TestDestinations.anId(), event, TestClock.NOON));
        }
        enqueued.add(Delivery.enqueued(
                TestDeliveries.anId(),
                organization,
                TestDestinations.anId(),
                Optional.empty(),
                new Event.Test(TestClock.NOON),
                TestClock.NOON.plusMillis(1)));

        int added = deliveries().enqueue(enqueued);

        assertThat(added).isEqualTo(enqueued.size());
        assertThat(enqueued).allSatisfy(this::assertStored);
    }

    @Test
    default void keeps_every_state_and_every_attempt() {
        var organization = TestOrganizations.anId();
        var attempts = List.of(
                anAttemptThatFailed(TestClock.NOON.plusMillis(1)),
                anAttemptThatSucceeded(TestClock.NOON.plusMillis(2)));
        List<Delivery> enqueued = List.of(
                aDelivery(organization)
                        .with(
                                new Delivery.State.Pending(
                                        3, TestClock.NOON.plusSeconds(30), TestClock.NOON.minusSeconds(30)),
                                attempts),
                aDelivery(organization).with(new Delivery.State.Delivered(TestClock.NOON), attempts),
                aDelivery(organization).with(new Delivery.State.Dead("Nobody was there 😀", TestClock.NOON), attempts));

        var _ = deliveries().enqueue(enqueued);

        assertThat(enqueued).allSatisfy(this::assertStored);
    }

    @Test
    default void enqueues_a_delivery_once() {
        var organization = TestOrganizations.anId();
        var first = aDelivery(organization);
        var second = aDelivery(organization);
        assertThat(deliveries().enqueue(List.of(first))).isEqualTo(1);

        var again = first.with(new Delivery.State.Dead("another one", TestClock.NOON), List.of());

        assertThat(deliveries().enqueue(List.of(again, second, second))).isEqualTo(1);
        assertThat(deliveries().enqueue(List.of(first, second))).isZero();
        assertThat(deliveries().enqueue(List.of())).isZero();
        assertStored(first);
        assertStored(second);
    }

    @Test
    default void of_concurrent_batches_with_the_same_deliveries_each_is_enqueued_once() {
        var organization = TestOrganizations.anId();
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(aDelivery(organization));
        }

        var added = Concurrently.call(10, _ -> deliveries().enqueue(batch));

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(batch).allSatisfy(this::assertStored);
    }

    @Test
    default void enqueues_many_at_once() {
        var organization = TestOrganizations.anId();
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            batch.add(aDelivery(organization, TestDestinations.anId(), new Event.Test(TestClock.NOON), TestClock.NOON));
        }

        assertThat(deliveries().enqueue(batch)).isEqualTo(500);
        assertThat(Paging.all(200, page -> list(organization, page))).hasSize(500);
    }

    @Test
    default void what_is_not_there_and_what_others_have_is_not_found() {
        var theirs = aDelivery(TestOrganizations.anId());
        var _ = deliveries().enqueue(List.of(theirs));
        var organization = TestOrganizations.anId();

        assertThat(deliveries().find(organization, theirs.id())).isEmpty();
        assertThat(deliveries().find(organization, TestDeliveries.anId())).isEmpty();
    }

    @Test
    default void the_order_goes_by_time_and_not_by_id() {
        var organization = TestOrganizations.anId();
        var older = aDelivery(organization);
        var newer = aDelivery(organization);
        var _ = deliveries().enqueue(List.of(at(newer, TestClock.NOON), at(older, TestClock.NOON.plusSeconds(1))));

        assertThat(list(organization, PageRequest.first(10)).items())
                .extracting(Delivery::id)
                .containsExactly(older.id(), newer.id());
    }

    @Test
    default void lists_by_state_and_by_destination_page_by_page() {
        var organization = TestOrganizations.anId();
        var here = TestDestinations.anId();
        var there = TestDestinations.anId();
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Instant at = TestClock.NOON.plusSeconds(i);
            Delivery.State state = switch (i % 3) {
                case 0 -> new Delivery.State.Pending(0, at, at);
                case 1 -> new Delivery.State.Delivered(at);
                default -> new Delivery.State.Dead("gone", at);
            };
            all.add(aDelivery(organization, i % 2 == 0 ? here : there, at).with(state, List.of()));
        }
        var _ = deliveries().enqueue(all);

        assertThat(listed(organization, Optional.of(StateName.DEAD), Optional.empty()))
                .isEqualTo(newestFirst(all, Optional.of(StateName.DEAD), Optional.empty()))
                .hasSize(8);
        assertThat(listed(organization, Optional.empty(), Optional.of(there)))
                .isEqualTo(newestFirst(all, Optional.empty(), Optional.of(there)))
                .hasSize(12);
        for (StateName state : StateName.values()) {
            assertThat(listed(organization, Optional.of(state), Optional.of(here)))
                    .isEqualTo(newestFirst(all, Optional.of(state), Optional.of(here)))
                    .hasSize(4);
        }
        assertThat(listed(organization, Optional.empty(), Optional.of(TestDestinations.anId())))
                .isEmpty();
    }

    @Test
    default void a_replayed_delivery_is_due_at_once_with_its_attempts_on_record() {
        var organization = TestOrganizations.anId();
        var attempts = List.of(anAttemptThatFailed(TestClock.NOON));
        List<Delivery> before = List.of(
                aDelivery(organization).with(new Delivery.State.Dead("gone", TestClock.NOON), attempts),
                aDelivery(organization).with(new Delivery.State.Delivered(TestClock.NOON), attempts),
                aDelivery(organization)
                        .with(
                                new Delivery.State.Pending(7, TestClock.NOON.plusSeconds(9_000), TestClock.NOON),
                                attempts));
        var _ = deliveries().enqueue(before);
        Instant now = TestClock.NOON.plusSeconds(60);

        for (Delivery delivery : before) {
            var replayed = deliveries().replay(organization, delivery.id(), now);

            assertThat(replayed).isEqualTo(delivery.with(new Delivery.State.Pending(0, now, now), attempts));
            assertStored(replayed);
        }
    }

    @Test
    default void what_is_not_there_and_what_others_have_is_not_replayed() {
        var theirs =
                aDelivery(TestOrganizations.anId()).with(new Delivery.State.Dead("gone", TestClock.NOON), List.of());
        var _ = deliveries().enqueue(List.of(theirs));
        var organization = TestOrganizations.anId();

        assertThatExceptionOfType(DeliveryNotFound.class)
                .isThrownBy(() -> deliveries().replay(organization, theirs.id(), TestClock.NOON));
        assertThatExceptionOfType(DeliveryNotFound.class)
                .isThrownBy(() -> deliveries().replay(organization, TestDeliveries.anId(), TestClock.NOON));
        assertStored(theirs);
    }

    @Override
    default Page<Delivery> list(OrganizationId organization, PageRequest page) {
        return deliveries().list(organization, Optional.empty(), Optional.empty(), page);
    }

    @Override
    default Delivery addedAt(OrganizationId organization, Instant createdAt) {
        var delivery = aDelivery(organization, TestDestinations.anId(), createdAt);
        var _ = deliveries().enqueue(List.of(delivery));
        return delivery;
    }

    private void assertStored(Delivery delivery) {
        assertThat(deliveries().find(delivery.organization(), delivery.id())).contains(delivery);
    }

    private List<Delivery> listed(
            OrganizationId organization, Optional<StateName> state, Optional<DestinationId> destination) {
        return Paging.all(3, page -> deliveries().list(organization, state, destination, page));
    }

    private static List<Delivery> newestFirst(
            List<Delivery> all, Optional<StateName> state, Optional<DestinationId> destination) {
        return all.reversed().stream()
                .filter(one -> state.map(wanted -> wanted == nameOf(one)).orElse(true))
                .filter(one -> destination.map(one.destination()::equals).orElse(true))
                .toList();
    }

    private static StateName nameOf(Delivery delivery) {
        return switch (delivery.state()) {
            case Delivery.State.Pending _ -> StateName.PENDING;
            case Delivery.State.Delivered _ -> StateName.DELIVERED;
            case Delivery.State.Dead _ -> StateName.DEAD;
        };
    }

    private static Delivery at(Delivery delivery, Instant createdAt) {
        return Delivery.enqueued(
                delivery.id(),
                delivery.organization(),
                delivery.destination(),
                delivery.rule(),
                delivery.event(),
                createdAt);
    }
}

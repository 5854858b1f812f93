package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.application.act.ReplayDeliveries.Replayed;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Courier.Verdict;
import org.luaplatform.domain.act.Deliveries.StateName;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Delivery.State;
import org.luaplatform.domain.act.DeliveryNotFound;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

final class DeliveriesTest {

    private final Acting world = new Acting();
    private final Destination chat = world.destination("chat");
    private final Destination desk = world.destination("desk");

    @Test
    void the_ledger_is_listed_by_state_and_destination() {
        Delivery delivered = world.enqueued(chat.id());
        world.dispatchDeliveries().handle();
        Delivery pending = world.enqueued(chat.id());
        Delivery other = world.enqueued(desk.id());

        assertThat(list(Optional.of(StateName.DELIVERED), Optional.empty()))
                .extracting(Delivery::id)
                .containsExactly(delivered.id());
        assertThat(list(Optional.of(StateName.PENDING), Optional.of(chat.id()))).containsExactly(pending);
        assertThat(list(Optional.empty(), Optional.of(desk.id()))).containsExactly(other);
    }

    @Test
    void a_delivery_is_read_with_all_its_attempts() {
        Delivery delivery = world.enqueued(chat.id());
        world.courier.fails(chat.id());
        world.dispatchDeliveries().handle();

        Delivery read = read(world.manager, delivery);

        assertThat(read.attempts()).hasSize(1);
        assertThat(read.attempts().getFirst().problem()).contains("answered 500");
    }

    @Test
    void a_dead_letter_goes_out_again_under_its_old_id() {
        Delivery dead = dead(chat.id());
        world.courier.carried.clear();
        world.courier.succeeds(chat.id());

        Delivery replayed = replay(world.manager, dead);
        world.dispatchDeliveries().handle();

        assertThat(replayed.state()).isEqualTo(new State.Pending(0, world.clock.instant(), world.clock.instant()));
        assertThat(world.courier.carried).containsExactly(dead.id());
        Delivery after = world.stored(dead.id());
        assertThat(after.state()).isInstanceOf(State.Delivered.class);
        assertThat(after.attempts()).hasSize(dead.attempts().size() + 1);
    }

    @Test
    void what_was_delivered_can_be_delivered_again() {
        Delivery delivery = world.enqueued(chat.id());
        world.dispatchDeliveries().handle();

        replay(world.manager, delivery);
        world.dispatchDeliveries().handle();

        assertThat(world.courier.carried).containsExactly(delivery.id(), delivery.id());
    }

    @Test
    void all_dead_letters_of_a_destination_go_out_again_and_no_others() {
        dead(chat.id());
        dead(chat.id());
        Delivery elsewhere = dead(desk.id());

        Replayed replayed = replayAll(world.manager, chat.id());

        assertThat(replayed).isEqualTo(new Replayed(2, false));
        assertThat(world.ledger(StateName.DEAD)).extracting(Delivery::id).containsExactly(elsewhere.id());
    }

    @Test
    void a_mountain_of_dead_letters_goes_out_in_portions() {
        for (int i = 0; i < ReplayDeliveries.MOST_AT_ONCE + 10; i++) {
            dead(chat.id());
        }

        assertThat(replayAll(world.manager, chat.id())).isEqualTo(new Replayed(ReplayDeliveries.MOST_AT_ONCE, true));
        assertThat(replayAll(world.manager, chat.id())).isEqualTo(new Replayed(10, false));
    }

    @Test
    void to_others_they_do_not_exist() {
        Delivery delivery = world.enqueued(chat.id());

        assertThatExceptionOfType(DeliveryNotFound.class).isThrownBy(() -> read(world.stranger, delivery));
        assertThatExceptionOfType(DeliveryNotFound.class).isThrownBy(() -> replay(world.stranger, delivery));
        assertThatExceptionOfType(DestinationNotFound.class).isThrownBy(() -> replayAll(world.stranger, chat.id()));
        assertThatExceptionOfType(OrganizationNotFound.class)
                .isThrownBy(() -> new ListDeliveries(world.stores.deliveries())
                        .handle(
                                world.stranger,
                                new ListDeliveries.Query(
                                        world.acme, Optional.empty(), Optional.empty(), PageRequest.first(10))));
    }

    @Test
    void whoever_may_only_read_sends_nothing() {
        Delivery delivery = world.enqueued(chat.id());
        Principal reader = Acting.holder(world.acme, EnumSet.of(Scope.DELIVERIES_READ));

        assertThat(read(reader, delivery)).isEqualTo(delivery);
        assertThatExceptionOfType(MissingScope.class).isThrownBy(() -> replay(reader, delivery));
        assertThatExceptionOfType(MissingScope.class).isThrownBy(() -> replayAll(reader, chat.id()));
    }

    /// Something that was given up.
    private Delivery dead(DestinationId destination) {
        var attempt =
                world.courier.outcome(500, Verdict.RETRY, Optional.empty()).attempt();
        Delivery dead =
                world.delivery(destination).with(new State.Dead("failed", world.clock.instant()), List.of(attempt));
        int _ = world.stores.deliveries().enqueue(List.of(dead));
        return dead;
    }

    private List<Delivery> list(Optional<StateName> state, Optional<DestinationId> destination) {
        return new ListDeliveries(world.stores.deliveries())
                .handle(world.manager, new ListDeliveries.Query(world.acme, state, destination, PageRequest.first(10)))
                .items();
    }

    private Delivery read(Principal caller, Delivery delivery) {
        return new ReadDelivery(world.stores.deliveries()).handle(caller, new ReadDelivery.Query(delivery.id()));
    }

    private Delivery replay(Principal caller, Delivery delivery) {
        return new ReplayDelivery(world.stores.deliveries(), world.dispatcher, world.clock)
                .handle(caller, new ReplayDelivery.Command(delivery.id()));
    }

    private Replayed replayAll(Principal caller, DestinationId destination) {
        return new ReplayDeliveries(
                        world.stores.destinations(), world.stores.deliveries(), world.dispatcher, world.clock)
                .handle(caller, new ReplayDeliveries.Command(destination));
    }
}

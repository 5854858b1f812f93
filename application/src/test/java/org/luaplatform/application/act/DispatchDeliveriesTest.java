package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Delivery.State;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Health;
import org.luaplatform.domain.tenancy.LiveEvents.News;

final class DispatchDeliveriesTest {

    private final Acting world = new Acting();
    private final Destination chat = world.destination("chat");
    private final Destination desk = world.destination("desk");

    @Test
    void what_is_due_is_delivered_and_told() {
        Delivery delivery = world.enqueued(chat.id());

        int started = world.dispatchDeliveries().handle();

        assertThat(started).isEqualTo(1);
        assertThat(world.stored(delivery.id()).state()).isEqualTo(new State.Delivered(world.clock.instant()));
        assertThat(world.signals.told).containsExactly("delivered");
        assertThat(world.news.told).singleElement().satisfies(news -> {
            assertThat(news.type()).isEqualTo("delivery.settled");
            assertThat(news.organization()).isEqualTo(world.acme);
            assertThat(news.facts())
                    .containsEntry("delivery", delivery.id().value())
                    .containsEntry("destination", chat.id().value())
                    .containsEntry("state", "delivered");
        });
    }

    @Test
    void a_round_without_anything_due_starts_nothing() {
        assertThat(world.dispatchDeliveries().handle()).isZero();
        assertThat(world.courier.carried).isEmpty();
    }

    @Test
    void what_fails_is_tried_again_ever_later_and_the_ledger_shows_each_attempt() {
        Delivery delivery = world.enqueued(chat.id());
        var dispatch = world.dispatchDeliveries();
        world.courier.fails(chat.id());

        dispatch.handle();
        assertThat(dispatch.handle()).isZero();
        world.clock.advance(Duration.ofSeconds(5));
        dispatch.handle();
        world.clock.advance(Duration.ofSeconds(30));
        world.courier.succeeds(chat.id());
        dispatch.handle();

        Delivery after = world.stored(delivery.id());
        assertThat(after.state()).isInstanceOf(State.Delivered.class);
        assertThat(after.attempts()).extracting(Attempt::succeeded).containsExactly(false, false, true);
        assertThat(world.courier.carried).containsExactly(delivery.id(), delivery.id(), delivery.id());
        assertThat(world.signals.told).containsExactly("retry", "retry", "delivered");
        assertThat(world.news.told)
                .extracting(News::facts)
                .extracting(facts -> facts.get("state"))
                .containsExactly("pending", "pending", "delivered");
    }

    @Test
    void a_busy_receiver_is_left_alone_as_long_as_it_asked() {
        Delivery delivery = world.enqueued(chat.id());
        world.courier.isBusy(chat.id(), Duration.ofMinutes(20));
        Instant asked = world.clock.instant();

        world.dispatchDeliveries().handle();

        assertThat(world.stored(delivery.id()).state())
                .isEqualTo(new State.Pending(1, asked.plus(Duration.ofMinutes(20)), asked));
    }

    @Test
    void what_fails_for_three_days_is_dead() {
        Delivery delivery = world.enqueued(chat.id());
        world.courier.fails(delivery.id());
        var dispatch = world.dispatchDeliveries();

        for (int hour = 0; hour <= 73; hour++) {
            world.enqueued(chat.id());
            dispatch.handle();
            world.clock.advance(Duration.ofHours(1));
        }

        Delivery after = world.stored(delivery.id());
        assertThat(after.state()).isInstanceOf(State.Dead.class);
        assertThat(after.attempts()).hasSizeGreaterThan(10).noneMatch(Attempt::succeeded);
        assertThat(world.ledger(Deliveries.StateName.DEAD)).containsExactly(after);
        assertThat(world.signals.told).contains("dead");
        assertThat(world.stored(chat.id()).health()).isInstanceOf(Health.Active.class);
    }

    @Test
    void a_destination_that_only_fails_is_disabled_and_what_is_due_to_it_waits() {
        Delivery first = world.enqueued(chat.id());
        world.courier.fails(chat.id());
        var dispatch = world.dispatchDeliveries();

        for (int hour = 0; hour < 30; hour++) {
            world.enqueued(chat.id());
            dispatch.handle();
            world.clock.advance(Duration.ofHours(1));
        }
        int attempts = world.courier.carried.size();
        Delivery late = world.enqueued(chat.id());
        dispatch.handle();

        assertThat(world.stored(chat.id()).health())
                .isInstanceOfSatisfying(
                        Health.Disabled.class,
                        disabled -> assertThat(disabled.reason())
                                .startsWith("Every attempt failed since 2026-03-02T12:00:00Z"));
        assertThat(world.courier.carried).hasSize(attempts);
        assertThat(world.stored(late.id()).attempts()).isEmpty();
        assertThat(world.stored(late.id()).state()).isInstanceOf(State.Pending.class);
        assertThat(world.stored(first.id()).state()).isInstanceOf(State.Pending.class);
        assertThat(world.ledger(Deliveries.StateName.DEAD)).isEmpty();
    }

    @Test
    void the_time_until_giving_up_does_not_run_while_a_destination_is_disabled() {
        Delivery delivery = world.enqueued(chat.id());
        world.courier.isGone(chat.id());
        var dispatch = world.dispatchDeliveries();
        for (int hour = 0; hour < 24 * 10; hour++) {
            dispatch.handle();
            world.clock.advance(Duration.ofHours(1));
        }

        world.courier.fails(chat.id());
        world.enableDestination().handle(world.manager, new EnableDestination.Command(chat.id(), Expected.any()));
        dispatch.handle();

        assertThat(world.stored(delivery.id()).state())
                .isInstanceOfSatisfying(
                        State.Pending.class,
                        pending -> assertThat(pending.tries()).isEqualTo(1));
    }

    @Test
    void failures_are_counted_and_a_success_forgives_them() {
        world.enqueued(chat.id());
        world.courier.fails(chat.id());
        Instant firstFailure = world.clock.instant();
        var dispatch = world.dispatchDeliveries();
        dispatch.handle();
        world.clock.advance(Duration.ofMinutes(1));
        dispatch.handle();
        assertThat(world.stored(chat.id()).health()).isEqualTo(new Health.Active(2, firstFailure));

        world.courier.succeeds(chat.id());
        world.clock.advance(Duration.ofMinutes(1));
        dispatch.handle();

        assertThat(world.stored(chat.id()).health()).isEqualTo(new Health.Active(0, world.clock.instant()));
    }

    @Test
    void deliveries_that_succeed_do_not_change_their_destination() {
        world.enqueued(chat.id());
        var before = world.stores.destinations().find(world.acme, chat.id());

        world.dispatchDeliveries().handle();

        assertThat(world.stores.destinations().find(world.acme, chat.id())).isEqualTo(before);
    }

    @Test
    void what_the_courier_cannot_carry_for_an_error_of_ours_is_backed_off() {
        Delivery delivery = world.enqueued(chat.id());
        Courier broken = (_, _) -> {
            throw new IllegalStateException("a bug");
        };

        world.dispatchDeliveries(Runnable::run, broken).handle();

        assertThat(world.stored(delivery.id()).attempts())
                .extracting(Attempt::problem)
                .extracting(Optional::get)
                .containsExactly("could not be sent for an internal error");
        assertThat(world.signals.told).containsExactly("dispatch failed: a bug", "retry");
    }

    @Test
    @Timeout(30)
    void a_receiver_that_hangs_delays_nobody_else_and_takes_few_of_us() throws InterruptedException {
        var release = new CountDownLatch(1);
        Courier courier = (delivery, destination) -> {
            if (destination.id().equals(chat.id())) {
                await(release);
            }
            return world.courier.deliver(delivery, destination);
        };
        for (int i = 0; i < 100; i++) {
            world.enqueued(chat.id());
        }
        List<Delivery> others =
                IntStream.range(0, 20).mapToObj(_ -> world.enqueued(desk.id())).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var dispatch = world.dispatchDeliveries(threads, courier);
            int startedForChat = 0;
            while (others.stream().anyMatch(other -> !isDelivered(other))) {
                startedForChat += dispatch.handle();
                Thread.sleep(5);
            }
            startedForChat -= others.size();

            assertThat(startedForChat).isBetween(Slots.PER_CLAIM, Slots.PER_DESTINATION);
            assertThat(world.courier.carried).hasSize(others.size());
            release.countDown();
        }
    }

    @Test
    @Timeout(30)
    void everything_gets_through_in_the_end_however_much_it_is() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            world.enqueued(i % 2 == 0 ? chat.id() : desk.id());
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var dispatch = world.dispatchDeliveries(threads, world.courier);
            while (world.stores.deliveries().figures().pending() > 0) {
                dispatch.handle();
                Thread.sleep(1);
            }
        }

        assertThat(world.courier.carried).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void an_end_of_an_attempt_wakes_the_worker_for_the_next() {
        world.enqueued(chat.id());

        world.dispatchDeliveries().handle();

        assertThat(world.nudges).hasValue(1);
    }

    @Test
    void an_outage_after_the_attempt_delivers_again_under_the_same_id() {
        Delivery delivery = world.enqueued(chat.id());
        Deliveries ledger = Acting.failing(Deliveries.class, world.stores.deliveries(), "settle");
        var dispatch = new DispatchDeliveries(
                ledger,
                world.stores.destinations(),
                world.courier,
                world.news,
                world.signals,
                Runnable::run,
                world.dispatcher,
                new Random(1),
                world.clock);

        dispatch.handle();
        world.clock.advance(Duration.ofMinutes(1));
        world.dispatchDeliveries().handle();

        assertThat(world.courier.carried).containsExactly(delivery.id(), delivery.id());
        assertThat(world.stored(delivery.id()).state()).isInstanceOf(State.Delivered.class);
        assertThat(world.signals.told).contains("dispatch failed: Store is not available");
    }

    @Test
    void when_no_more_threads_are_to_be_had_nothing_is_lost() {
        Delivery delivery = world.enqueued(chat.id());
        var closing = world.dispatchDeliveries(
                _ -> {
                    throw new RejectedExecutionException("closed");
                },
                world.courier);

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(closing::handle);
        world.clock.advance(Duration.ofMinutes(1));
        world.dispatchDeliveries().handle();

        assertThat(world.stored(delivery.id()).state()).isInstanceOf(State.Delivered.class);
    }

    private boolean isDelivered(Delivery delivery) {
        return world.stored(delivery.id()).state() instanceof State.Delivered;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.application.act.DispatchDeliveries;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Delivery.State;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// The whole way from the ledger to receivers that misbehave, and back.
@Timeout(60)
class WebhookLedgerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock();
    private final MemoryAdapter stores = new MemoryAdapter();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Courier courier =
            new CourierFixture().waiting(PATIENCE).at(clock).courier();
    private final DispatchDeliveries dispatch = new DispatchDeliveries(
            stores.deliveries(),
            stores.destinations(),
            courier,
            new NobodyListens(),
            new NobodyCounts(),
            threads,
            () -> {},
            new Random(1),
            clock);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void a_receiver_that_fails_hangs_answers_slowly_and_comes_back_gets_everything() throws Exception {
        try (var receiver = TestReceiver.that(TestReceiver.answers(500, "out of order"))) {
            List<DeliveryId> sent = enqueue(destination("destination1", receiver.url()), 6);

            attemptAll(sent, 1);
            receiver.behave(TestReceiver.hangs());
            attemptAll(sent, 2);
            receiver.behave((_, _) -> {});
            attemptAll(sent, 3);
            receiver.behave((request, out) -> {
                Thread.sleep(200);
                TestReceiver.answers(200, "thanks").answer(request, out);
            });
            attemptAll(sent, 4);

            assertThat(sent).allSatisfy(id -> {
                Delivery delivery = stored(id);
                assertThat(delivery.state()).isInstanceOf(State.Delivered.class);
                assertThat(delivery.attempts())
                        .extracting(Attempt::problem)
                        .containsExactly(
                                Optional.of("answered 500"),
                                Optional.of("gave no answer within 2 s"),
                                Optional.of("closed the connection without an answer"),
                                Optional.empty());
                assertThat(delivery.attempts().getFirst().responseStart()).contains("out of order");
                assertThat(delivery.attempts().get(1).duration()).isGreaterThanOrEqualTo(PATIENCE);
                assertThat(delivery.attempts().getLast().duration()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
                assertThat(receiver.requests().stream()
                                .filter(request -> request.header("webhook-id").equals(id.value()))
                                .map(TestReceiver.Request::body)
                                .distinct())
                        .hasSize(1);
            });
            assertThat(receiver.requests()).hasSize(4 * sent.size());
        }
    }

    @Test
    void a_receiver_that_hangs_delays_no_other() throws Exception {
        try (var hanging = TestReceiver.that(TestReceiver.hangs());
                var lively = TestReceiver.that(TestReceiver.answers(200, ""))) {
            enqueue(destination("destination1", hanging.url()), 200);
            List<DeliveryId> others = enqueue(destination("destination2", lively.url()), 50);

            long began = System.nanoTime();
            while (!others.stream().allMatch(this::isDelivered)) {
                dispatch.handle();
                Thread.sleep(5);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            // One after the other, the attempts at the hanging one alone would have taken minutes.
            assertThat(took).isLessThan(Duration.ofSeconds(20));
            assertThat(lively.requests()).hasSize(50);
        }
    }

    /// Attempts what is due, once each, and lets the time come for the next attempt.
    private void attemptAll(List<DeliveryId> sent, int attempts) throws InterruptedException {
        while (!sent.stream().allMatch(id -> stored(id).attempts().size() == attempts)) {
            dispatch.handle();
            Thread.sleep(5);
        }
        clock.advance(Duration.ofMinutes(30));
    }

    private Destination destination(String id, URI url) {
        var destination = new Destination(
                new DestinationId(id),
                CourierFixture.ORGANIZATION,
                id,
                new Webhook(url, CourierFixture.sealed(SigningSecret.create(new Random(1)), id), Optional.empty()),
                Destination.Health.Active.since(clock.instant()),
                clock.instant());
        stores.destinations().add(destination);
        return destination;
    }

    private List<DeliveryId> enqueue(Destination destination, int count) {
        List<Delivery> deliveries = IntStream.range(0, count)
                .mapToObj(_ -> Delivery.enqueued(
                        new DeliveryId(TestIds.next()),
                        CourierFixture.ORGANIZATION,
                        destination.id(),
                        Optional.empty(),
                        new Event.Test(clock.instant()),
                        clock.instant()))
                .toList();
        assertThat(stores.deliveries().enqueue(deliveries)).isEqualTo(count);
        return deliveries.stream().map(Delivery::id).toList();
    }

    private boolean isDelivered(DeliveryId id) {
        return stored(id).state() instanceof State.Delivered;
    }

    private Delivery stored(DeliveryId id) {
        return stores.deliveries().find(CourierFixture.ORGANIZATION, id).orElseThrow();
    }

    private static final class NobodyListens implements LiveEvents {
        @Override
        public void publish(News news) {}

        @Override
        public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
            return () -> {};
        }
    }

    private static final class NobodyCounts implements Signals {
        @Override
        public void collected(String channel, int count) {}

        @Override
        public void analysed(int count, Duration waited) {}

        @Override
        public void analysisFailed(boolean forGood) {}

        @Override
        public void counted(int count) {}

        @Override
        public void enqueued(int count) {}

        @Override
        public void attempted(String outcome, Duration duration) {}

        @Override
        public void workerFailed(String worker, RuntimeException failure) {
            throw failure;
        }
    }
}

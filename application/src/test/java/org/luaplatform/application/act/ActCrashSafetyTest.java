package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luaplatform.application.understand.Mortal;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.act.Trigger.Direction;
import org.luaplatform.domain.act.Trigger.Metric;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.testing.TestEntries;

/// Kills the process between any two calls to the world outside, and lets another go on.
final class ActCrashSafetyTest {

    private static final Trigger MUCH =
            new Trigger.MetricCrossed(Metric.VOLUME, Direction.ABOVE, 2, Duration.ofDays(7));

    @Test
    void feedback_is_enqueued_once_and_delivered_at_least_once_wherever_the_process_dies() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            var world = new Acting();
            Destination chat = world.destination("chat");
            Destination desk = world.destination("desk");
            world.rule(Acting.FEEDBACK, List.of(), chat.id(), desk.id());
            world.courier.fails(desk.id());
            List<FeedbackEntry> said = List.of(entry(world), entry(world));

            dead = live(world, said, new Mortal(calls)) ? 0 : 1;
            world.courier.succeeds(desk.id());
            // Whoever had not counted the feedback yet hears of it again.
            goOn(world, said);

            String when = "killed at call " + calls;
            List<DeliveryId> enqueued =
                    world.ledger().stream().map(Delivery::id).toList();
            assertThat(enqueued).as(when).hasSize(4);
            assertThat(world.ledger())
                    .as(when)
                    .allSatisfy(delivery -> assertThat(delivery.state()).isInstanceOf(Delivery.State.Delivered.class));
            assertThat(world.courier.carried).as(when).containsAll(enqueued).isSubsetOf(enqueued);
        }
    }

    @Test
    void a_crossing_is_told_once_wherever_the_process_dies() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            var world = new Acting();
            world.rule(MUCH, List.of(), world.destination("chat").id());
            var counted = new Counted(world);
            counted.feedback(3);

            dead = watch(world, new Mortal(calls)) ? 0 : 1;
            watch(world, Mortal.forEver());
            watch(world, Mortal.forEver());

            assertThat(world.ledger()).as("killed at call " + calls).hasSize(1);
        }
    }

    @Test
    void a_crossing_that_was_noted_is_told_even_if_the_figure_has_come_back() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            var world = new Acting();
            world.rule(MUCH, List.of(), world.destination("chat").id());
            var counted = new Counted(world);
            counted.feedback(3);

            dead = watch(world, new Mortal(calls)) ? 0 : 1;
            boolean isNoted = dead == 0 || !noted(world).isEmpty();
            world.clock.advance(Duration.ofDays(8));
            watch(world, Mortal.forEver());
            watch(world, Mortal.forEver());
            counted.feedback(3);
            watch(world, Mortal.forEver());

            assertThat(world.ledger()).as("killed at call " + calls).hasSize(isNoted ? 2 : 1);
        }
    }

    private static List<Boolean> noted(Acting world) {
        return world.stores.rules().enabled(world.acme).stream()
                .flatMap(rule -> world.stores.watches().find(world.acme, rule.id(), "volume.above").stream())
                .map(watch -> watch.beyond())
                .toList();
    }

    private static FeedbackEntry entry(Acting world) {
        return TestEntries.anEntry().of(world.acme).entry();
    }

    /// @return whether the process lived to see the end
    private static boolean live(Acting world, List<FeedbackEntry> said, Mortal process) {
        try {
            new EnqueueForFeedback(
                            process.sees(Rules.class, world.stores.rules()),
                            process.sees(Deliveries.class, world.stores.deliveries()),
                            world.dispatcher,
                            world.signals,
                            world.clock)
                    .handle(world.acme, said);
            dispatch(world, process).handle();
            return true;
        } catch (Mortal.Death _) {
            return false;
        }
    }

    private static void goOn(Acting world, List<FeedbackEntry> said) {
        for (int round = 0; round < 5; round++) {
            world.clock.advance(Duration.ofMinutes(2));
            assertThat(live(world, said, Mortal.forEver())).isTrue();
        }
    }

    private static DispatchDeliveries dispatch(Acting world, Mortal process) {
        return new DispatchDeliveries(
                process.sees(Deliveries.class, world.stores.deliveries()),
                process.sees(Destinations.class, world.stores.destinations()),
                process.sees(Courier.class, world.courier),
                world.news,
                world.signals,
                Runnable::run,
                world.dispatcher,
                new Random(5),
                world.clock);
    }

    private static boolean watch(Acting world, Mortal process) {
        try {
            new WatchThresholds(
                            process.sees(Organizations.class, world.stores.organizations()),
                            process.sees(Rules.class, world.stores.rules()),
                            process.sees(Themes.class, world.stores.themes()),
                            process.sees(Buckets.class, world.stores.buckets()),
                            process.sees(Watches.class, world.stores.watches()),
                            process.sees(Deliveries.class, world.stores.deliveries()),
                            world.news,
                            world.dispatcher,
                            world.signals,
                            world.clock)
                    .handle();
            return true;
        } catch (Mortal.Death _) {
            return false;
        }
    }
}

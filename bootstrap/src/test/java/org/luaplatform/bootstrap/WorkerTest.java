package org.luaplatform.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.SilentSignals;

class WorkerTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void works_on_without_a_pause_as_long_as_there_is_something_to_do() throws InterruptedException {
        var rounds = new CountDownLatch(100);

        try (Worker worker = worker(() -> {
            rounds.countDown();
            return (int) rounds.getCount();
        })) {
            worker.start();

            assertThat(rounds.await(5, SECONDS)).isTrue();
        }
    }

    @Test
    void a_nudge_wakes_it_at_once() throws InterruptedException {
        var idle = new CountDownLatch(1);
        var nudged = new CountDownLatch(2);

        try (Worker worker = worker(() -> {
            idle.countDown();
            nudged.countDown();
            return 0;
        })) {
            worker.start();
            assertThat(idle.await(5, SECONDS)).isTrue();
            worker.nudge();

            assertThat(nudged.await(5, SECONDS)).isTrue();
        }
    }

    @Test
    void a_round_that_fails_is_told_and_tried_again() throws InterruptedException {
        var again = new CountDownLatch(2);

        try (Worker worker = worker(() -> {
            again.countDown();
            throw new IllegalStateException("planted");
        })) {
            worker.start();

            assertThat(again.await(5, SECONDS)).isTrue();
        }
        assertThat(failures).hasPositiveValue();
    }

    @Test
    void closing_waits_for_the_running_round() throws InterruptedException {
        var running = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        Worker worker = worker(() -> {
            running.countDown();
            try {
                Thread.sleep(200);
                finished.set(true);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        worker.start();
        assertThat(running.await(5, SECONDS)).isTrue();

        worker.close();

        assertThat(finished).isTrue();
    }

    private Worker worker(IntSupplier round) {
        return new Worker("test", round, LONG, new SilentSignals() {
            @Override
            public void workerFailed(String worker, RuntimeException failure) {
                failures.incrementAndGet();
            }
        });
    }
}

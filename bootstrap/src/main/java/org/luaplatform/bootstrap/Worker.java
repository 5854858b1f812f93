package org.luaplatform.bootstrap;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Signals;

/// Does one kind of work in rounds on a thread of its own: at once after a nudge, at the latest after a while, and
/// over and over as long as there is something to do. A round that fails is told and tried again, after a pause
/// that grows.
final class Worker implements AutoCloseable, Nudge {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(20);

    private final String name;
    private final IntSupplier round;
    private final Duration idle;
    private final Signals signals;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    /// @param round does some work and answers how much it was; 0 for nothing to do
    /// @param idle how long to wait for a nudge when there was nothing to do
    Worker(String name, IntSupplier round, Duration idle, Signals signals) {
        this.name = name;
        this.round = round;
        this.idle = idle;
        this.signals = signals;
        this.thread = Thread.ofPlatform().name("lua-" + name).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    @Override
    public void nudge() {
        // One is enough to wake the worker; a million of them must not be counted off one by one.
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    private void work() {
        int failures = 0;
        while (!closing) {
            try {
                int done = round.getAsInt();
                failures = 0;
                if (done == 0) {
                    await(idle);
                }
            } catch (RuntimeException failure) {
                if (closing) {
                    return;
                }
                signals.workerFailed(name, failure);
                await(pause(++failures));
            }
        }
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofMillis(250L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void await(Duration longest) {
        try {
            boolean _ = nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            nudges.drainPermits();
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /// Lets the running round come to its end; only one that takes too long is interrupted.
    @Override
    public void close() {
        closing = true;
        nudge();
        try {
            if (!thread.join(PATIENCE_AT_THE_END)) {
                thread.interrupt();
                boolean _ = thread.join(PATIENCE_AT_THE_END);
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}

package org.luaplatform.adapters.http.edge;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Lets in as many requests as can be answered well, and refuses the others at once: who waits in a queue would
/// wait in vain when the server is overloaded.
final class Admission {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Semaphore quick;
    private final Semaphore bulk;
    private final Semaphore live;
    private final AtomicInteger inside = new AtomicInteger();

    Admission(HttpLimits limits) {
        quick = new Semaphore(limits.requests());
        bulk = new Semaphore(limits.bulkRequests());
        live = new Semaphore(limits.liveRequests());
    }

    boolean enter(Load load) {
        boolean admitted = switch (load) {
            case PROBE -> true;
            case QUICK -> quick.tryAcquire();
            case BULK -> bulk.tryAcquire();
            case LIVE -> live.tryAcquire();
        };
        if (admitted) {
            inside.incrementAndGet();
        }
        return admitted;
    }

    void leave(Load load) {
        inside.decrementAndGet();
        switch (load) {
            case PROBE -> {}
            case QUICK -> quick.release();
            case BULK -> bulk.release();
            case LIVE -> live.release();
        }
    }

    /// Waits until nobody is inside, or for `patience`.
    ///
    /// @return whether nobody is
    boolean awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (inside.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return inside.get() == 0;
    }
}

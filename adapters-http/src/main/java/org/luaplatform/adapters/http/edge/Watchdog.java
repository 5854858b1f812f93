package org.luaplatform.adapters.http.edge;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Cuts off connections whose other side keeps us waiting: who sends headers by the byte, who stops half-way in a
/// body, who does not read the answer. The server's own idle time-out sees none of these, because to it a request
/// is running.
///
/// A connection is served by one virtual thread, and a thread that is interrupted while it waits for its socket
/// closes it. So all that this needs to know of a connection is its thread and until when it may wait.
final class Watchdog implements AutoCloseable {

    /// How many times longer than other requests one may take that looks through everything there is.
    private static final int MUCH_WORK = 10;

    private static final Duration LINGERING = Duration.ofSeconds(2);
    private static final long PERIOD_NANOS = Duration.ofMillis(250).toNanos();

    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    Watchdog() {
        thread = Thread.ofVirtual().name("http-watchdog").start(this::patrol);
    }

    /// Watches the calling thread, which serves a connection, until the visit ends.
    Visit begin(HttpLimits limits) {
        Visit visit = new Visit(Thread.currentThread(), limits);
        visits.add(visit);
        Visit.CURRENT.set(visit);
        return visit;
    }

    void end(Visit visit) {
        visits.remove(visit);
        Visit.CURRENT.remove();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void patrol() {
        while (!closed) {
            long now = System.nanoTime();
            for (Visit visit : visits) {
                visit.cutIfLate(now);
            }
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /// One connection, from its first byte to its end.
    static final class Visit {

        private static final ThreadLocal<Visit> CURRENT = new ThreadLocal<>();

        private final Thread thread;
        private final HttpLimits limits;
        private volatile long deadline;
        private boolean between = true;

        private Visit(Thread thread, HttpLimits limits) {
            this.thread = thread;
            this.limits = limits;
            allow(limits.idleTime());
        }

        /// The visit that the calling thread serves.
        static Visit current() {
            return CURRENT.get();
        }

        /// Some bytes arrived. The first after a request begin the next one.
        void received() {
            if (between) {
                between = false;
                allow(limits.headTime());
            }
        }

        /// The headers are there; now the request is answered.
        void answering() {
            between = false;
            allow(limits.requestTime());
        }

        /// We are at it, with much to do and nothing to show for a while.
        void working() {
            allow(limits.requestTime().multipliedBy(MUCH_WORK));
        }

        /// A short body is read as a whole.
        void readingBody() {
            allow(limits.headTime());
        }

        /// The answer is sent, and the connection about to be closed.
        void lingering() {
            allow(LINGERING);
        }

        /// A streamed body got on.
        void progressed() {
            allow(limits.stallTime());
        }

        /// The answer is sent.
        void answered() {
            between = true;
            allow(limits.idleTime());
        }

        private void allow(Duration time) {
            deadline = System.nanoTime() + time.toNanos();
        }

        private void cutIfLate(long now) {
            if (now - deadline > 0) {
                allow(limits.stallTime());
                thread.interrupt();
            }
        }
    }
}

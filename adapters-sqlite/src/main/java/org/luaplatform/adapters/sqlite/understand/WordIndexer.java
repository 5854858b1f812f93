package org.luaplatform.adapters.sqlite.understand;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.learn.SqliteFeedbackInbox;
import org.luaplatform.domain.Unavailable;

/// Keeps the index of words close behind what arrives: as soon as it is quiet, and during a rush so often that a
/// search never has much to look through by itself.
public final class WordIndexer implements SqliteFeedbackInbox.Arrivals, AutoCloseable {

    private static final int FARTHEST_BEHIND = 10_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final WordIndex index;
    private final AtomicLong arrived = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    public WordIndexer(Database database) {
        this.index = new WordIndex(database);
        this.thread = Thread.ofVirtual().name("sqlite-words").start(this::run);
    }

    @Override
    public void arrived(int count) {
        arrived.addAndGet(count);
    }

    private void run() {
        // At first there may be something left by an earlier process.
        long indexed = -1;
        long before = -1;
        while (!closed) {
            long now = arrived.get();
            boolean isQuiet = now == before;
            if ((isQuiet && indexed < now) || now - indexed >= FARTHEST_BEHIND) {
                indexed = catchUp() ? now : indexed;
            }
            before = now;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// @return whether everything is indexed that had arrived before
    private boolean catchUp() {
        try {
            while (!closed && index.advance() > 0) {
                // The next chunk follows.
            }
            return !closed;
        } catch (Unavailable _) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

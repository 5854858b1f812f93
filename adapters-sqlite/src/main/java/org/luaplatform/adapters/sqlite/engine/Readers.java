package org.luaplatform.adapters.sqlite.engine;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.luaplatform.domain.Unavailable;

/// A few connections that read beside the writer, each opened when it is first needed. More would not read faster:
/// what is not in the system's cache comes from one disk.
final class Readers implements AutoCloseable {

    private static final int MOST = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final Opening opening;
    private final Semaphore turns = new Semaphore(MOST, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Opening opening) {
        this.opening = opening;
    }

    /// Makes a session.
    @FunctionalInterface
    interface Opening {
        Session open() throws SQLException;
    }

    /// Reads the file as it is at one moment, however many statements that takes.
    ///
    /// @throws Unavailable if no connection became free in time, or the caller was interrupted meanwhile
    <T> T read(Work<T> work) throws SQLException {
        awaitTurn();
        try {
            if (closed) {
                throw new Unavailable(Database.NAME);
            }
            Session session = idle.poll();
            return read(session == null ? opening.open() : session, work);
        } finally {
            turns.release();
        }
    }

    private <T> T read(Session session, Work<T> work) throws SQLException {
        boolean isUsable = false;
        try {
            T read = work.in(session);
            session.rollBack();
            isUsable = true;
            return read;
        } finally {
            if (isUsable) {
                idle.push(session);
            } else {
                // In which state it is, is not worth finding out.
                session.close();
            }
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable(Database.NAME);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Database.NAME, interruption);
        }
    }

    /// Waits for those that are reading, and refuses what comes later.
    @Override
    public void close() throws SQLException {
        closed = true;
        turns.acquireUninterruptibly(MOST);
        turns.release(MOST);
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }
}

package org.luaplatform.adapters.sqlite.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.luaplatform.domain.Unavailable;

/// The one thread that changes the file. What arrives while a commit is under way shares the next one, since
/// waiting for the disk is what a durable write costs; every caller is answered only after the commit that holds
/// their work.
final class Writer implements AutoCloseable {

    private static final int LARGEST_GROUP = 256;

    /// Whoever came first in a group should not wait much longer for the others' work than for the disk.
    private static final long LONGEST_GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final Session session;
    private final BlockingQueue<Unit<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Writer(Session session, String name) {
        this.session = session;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /// Does the work and makes it durable. If it fails, nothing of it stays, and its exception is thrown.
    ///
    /// @param isOneStatement whether the work changes something by at most one statement, as its last act, which
    ///     SQLite undoes by itself
    <T> T write(Work<T> work, boolean isOneStatement) throws SQLException {
        Unit<T> unit = new Unit<>(work, isOneStatement);
        waiting.add(unit);
        if (closed && waiting.remove(unit)) {
            throw new Unavailable(Database.NAME);
        }
        return unit.await();
    }

    private void run() {
        List<Unit<?>> group = new ArrayList<>(LARGEST_GROUP);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = collect(group);
            int done = 0;
            while (done < group.size()) {
                done += commit(group.subList(done, group.size()));
            }
            group.clear();
        }
    }

    /// Waits for work.
    ///
    /// @return whether more may follow
    private boolean collect(List<Unit<?>> group) {
        try {
            group.add(waiting.take());
            waiting.drainTo(group, LARGEST_GROUP - 1);
            return true;
        } catch (InterruptedException _) {
            // Closing: what was handed in until now is still done.
            waiting.drainTo(group);
            return false;
        }
    }

    /// Does the first units of the group in one transaction.
    ///
    /// @return how many
    private int commit(List<Unit<?>> group) {
        int begun = 0;
        try {
            long start = System.nanoTime();
            while (begun < group.size() && (begun == 0 || System.nanoTime() - start < LONGEST_GROUP_NANOS)) {
                Unit<?> next = group.get(begun++);
                next.run(session);
            }
            session.commit();
            group.subList(0, begun).forEach(Unit::answer);
        } catch (SQLException | RuntimeException | Error failure) {
            // Whatever it is, the thread goes on: without it every caller would wait for ever.
            rollBack();
            group.subList(0, begun).forEach(unit -> unit.fail(failure));
        }
        return begun;
    }

    private void rollBack() {
        try {
            session.rollBack();
        } catch (SQLException _) {
            // Whatever is wrong is still there for the next group, which then fails with it.
        }
    }

    /// Finishes what was handed in, and refuses what comes later.
    @Override
    public void close() throws SQLException {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.fail(new SQLException("closed"));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}

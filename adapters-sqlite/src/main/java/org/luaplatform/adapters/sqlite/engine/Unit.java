package org.luaplatform.adapters.sqlite.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.luaplatform.domain.Unavailable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One caller's work on its way through the writer.
final class Unit<T> {

    /// After these SQLite may have rolled the whole transaction back, or will not be able to commit it.
    private static final Set<SQLiteErrorCode> ENDING_THE_GROUP = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_CANTOPEN);

    private final Work<T> work;
    private final boolean isOneStatement;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private @Nullable T result;
    private @Nullable Throwable failure;

    Unit(Work<T> work, boolean isOneStatement) {
        this.work = work;
        this.isOneStatement = isOneStatement;
    }

    /// Does the work within the writer's transaction, unless the caller has gone. What comes of it is kept for
    /// [#answer].
    ///
    /// @throws SQLException if the transaction as a whole cannot go on
    void run(Session session) throws SQLException {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        if (!isOneStatement) {
            session.sql("SAVEPOINT unit").update();
        }
        try {
            result = work.in(session);
        } catch (SQLException | RuntimeException | Error thrown) {
            failure = thrown;
            if (thrown instanceof SQLiteException ending && endsTheGroup(ending)) {
                throw ending;
            }
            if (!isOneStatement) {
                session.sql("ROLLBACK TO unit").update();
            }
        }
        if (!isOneStatement) {
            session.sql("RELEASE unit").update();
        }
    }

    private static boolean endsTheGroup(SQLiteException thrown) {
        int primary = thrown.getResultCode().code & 0xFF;
        return ENDING_THE_GROUP.stream().anyMatch(code -> code.code == primary);
    }

    /// Tells the caller what came of the work, now that it is durable.
    void answer() {
        if (failure == null) {
            // A result of null is a work's own choice of T.
            complete();
        } else {
            answer.completeExceptionally(failure);
        }
    }

    @SuppressWarnings("NullAway")
    private void complete() {
        answer.complete(result);
    }

    /// Tells the caller that nothing came of the work.
    void fail(Throwable cause) {
        taken.set(true);
        answer.completeExceptionally(failure == null ? cause : failure);
    }

    /// Waits until the work is durable. A caller who is interrupted goes away at once if the work has not begun;
    /// otherwise its end is near, and is waited for.
    ///
    /// @throws Unavailable if the caller was interrupted before the writer got to the work
    T await() throws SQLException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException interruption) {
                    interrupted = true;
                    if (taken.compareAndSet(false, true)) {
                        throw new Unavailable(Database.NAME, interruption);
                    }
                }
            }
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SQLException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case SQLException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}

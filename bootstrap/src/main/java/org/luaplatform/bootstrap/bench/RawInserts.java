package org.luaplatform.bootstrap.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The best that SQLite does for many clients who each want one durable row: one writer that commits in groups, a
/// table with nothing but a key and a text, and nothing around it.
final class RawInserts {

    private RawInserts() {}

    /// @return rows that were committed and synced, in a second
    static double perSecond(Path file, int clients, Duration duration, String document) {
        var waiting = new ArrayBlockingQueue<CompletableFuture<Boolean>>(clients);
        var committed = new AtomicLong();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        var done = new CompletableFuture<Boolean>();
                        waiting.add(done);
                        done.join();
                    }
                });
            }
            write(file, waiting, committed, end, document);
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException("SQLite cannot be measured here", failure);
        }
        return committed.get() / ((System.nanoTime() - started) / 1e9);
    }

    private static void write(
            Path file,
            ArrayBlockingQueue<CompletableFuture<Boolean>> waiting,
            AtomicLong committed,
            long end,
            String document)
            throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement setUp = connection.createStatement()) {
            setUp.execute("PRAGMA journal_mode = WAL");
            setUp.execute("PRAGMA synchronous = FULL");
            setUp.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, document TEXT)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO raw (document) VALUES (?)")) {
                List<CompletableFuture<Boolean>> group = new ArrayList<>();
                while (System.nanoTime() < end || !waiting.isEmpty()) {
                    CompletableFuture<Boolean> first = waiting.poll(10, TimeUnit.MILLISECONDS);
                    if (first != null) {
                        group.add(first);
                        waiting.drainTo(group);
                        for (int row = 0; row < group.size(); row++) {
                            insert.setString(1, document);
                            insert.executeUpdate();
                        }
                        connection.commit();
                        committed.addAndGet(group.size());
                        group.forEach(done -> done.complete(true));
                        group.clear();
                    }
                }
            }
        }
    }
}

package org.luaplatform.adapters.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.testing.Concurrently;

final class DatabaseTest {

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws Unusable {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_written_is_there_after_reopening() throws Unusable {
        put("a", 1);
        database.close();

        database = Database.open(folder.resolve("test.db"));

        assertThat(read("a")).contains(1L);
    }

    @Test
    void everything_is_in_the_one_file_once_it_is_closed() {
        put("a", 1);
        database.close();

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("test.db", "test.db.lock");
    }

    @Test
    void concurrent_works_are_done_one_after_the_other() {
        put("count", 0);

        var _ = Concurrently.call(
                64,
                _ -> database.write(session -> {
                    long before = value(session, "count").orElseThrow();
                    return put(session, "count", before + 1);
                }));

        assertThat(read("count")).contains(64L);
    }

    @Test
    void a_failing_work_is_undone_and_fails_nobody_else() {
        List<String> outcomes = Concurrently.call(100, number -> {
            try {
                return database.write(session -> {
                    put(session, "n" + number, number);
                    if (number % 3 == 0) {
                        throw new Conflict("odd", "number " + number);
                    }
                    return "stored";
                });
            } catch (Conflict refused) {
                return refused.getMessage();
            }
        });

        for (int i = 0; i < 100; i++) {
            assertThat(outcomes.get(i)).isEqualTo(i % 3 == 0 ? "number " + i : "stored");
            assertThat(read("n" + i)).isEqualTo(i % 3 == 0 ? Optional.empty() : Optional.of((long) i));
        }
    }

    @Test
    void a_single_statement_that_fails_fails_nobody_else() {
        List<Boolean> stored = Concurrently.call(100, number -> {
            try {
                return database.writeOne(session -> session.sql("INSERT INTO progress (name, value) VALUES (?, ?)")
                                .with("n" + number / 2)
                                .with(number)
                                .update()
                        == 1);
            } catch (IllegalStateException _) {
                return false;
            }
        });

        assertThat(stored.stream().filter(Boolean::booleanValue)).hasSize(50);
        assertThat(IntStream.range(0, 50))
                .allSatisfy(i -> assertThat(read("n" + i)).isPresent());
    }

    @Test
    void a_wrong_statement_is_a_bug_and_no_outage() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> database.write(session -> session.sql("SELEKT 1").number()));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> database.read(session -> session.sql("SELEKT 1").number()));
        put("a", 1);
        assertThat(read("a")).contains(1L);
    }

    @Test
    void a_reading_sees_one_moment_however_long_it_takes_and_keeps_nobody_from_writing() {
        put("a", 1);
        long second = database.read(session -> {
            long first = value(session, "a").orElseThrow();
            put("a", 2);
            assertThat(first).isEqualTo(1);
            return value(session, "a").orElseThrow();
        });

        assertThat(second).isEqualTo(1);
        assertThat(read("a")).contains(2L);
    }

    @Test
    void a_reader_cannot_write() {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> database.read(session -> put(session, "a", 1)));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void who_is_interrupted_before_their_turn_has_done_nothing() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var slow = blockWriter(goOn);
        var outcome = new AtomicReference<Exception>();
        var keepsInterrupt = new AtomicBoolean();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                put("a", 1);
            } catch (Unavailable unavailable) {
                outcome.set(unavailable);
                keepsInterrupt.set(Thread.currentThread().isInterrupted());
            }
        });
        try {
            await().until(() -> isWaiting(caller));

            caller.interrupt();
            caller.join();
        } finally {
            goOn.countDown();
        }
        slow.join();

        assertThat(outcome.get()).isInstanceOf(Unavailable.class).hasCauseInstanceOf(InterruptedException.class);
        assertThat(keepsInterrupt).isTrue();
        put("b", 2);
        assertThat(read("a")).isEmpty();
        assertThat(read("b")).contains(2L);
    }

    @Test
    void who_is_interrupted_during_their_turn_is_told_what_came_of_it() throws InterruptedException {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var result = new AtomicReference<Object>();
        var keepsInterrupt = new AtomicBoolean();
        Thread caller = Thread.startVirtualThread(() -> {
            result.set(database.write(session -> {
                began.countDown();
                awaitUninterruptibly(goOn);
                return put(session, "a", 1);
            }));
            keepsInterrupt.set(Thread.currentThread().isInterrupted());
        });
        began.await();

        caller.interrupt();
        goOn.countDown();
        caller.join();

        assertThat(result.get()).isEqualTo(1);
        assertThat(keepsInterrupt).isTrue();
        assertThat(read("a")).contains(1L);
    }

    @Test
    void who_waits_for_a_reader_in_vain_can_be_interrupted() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var reading = new CountDownLatch(4);
        List<Thread> readers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    boolean _ = database.read(_ -> {
                        reading.countDown();
                        awaitUninterruptibly(goOn);
                        return true;
                    });
                }))
                .toList();
        reading.await();
        var outcome = new AtomicReference<Exception>();
        Thread fifth = Thread.startVirtualThread(() -> {
            try {
                var _ = read("a");
            } catch (Unavailable unavailable) {
                outcome.set(unavailable);
            }
        });
        try {
            await().until(() -> isWaiting(fifth));

            fifth.interrupt();
            fifth.join();
        } finally {
            goOn.countDown();
        }
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(outcome.get()).isInstanceOf(Unavailable.class);
        assertThat(read("a")).isEmpty();
    }

    @Test
    void a_full_disk_is_an_outage_that_ends_with_it() throws SQLException {
        put("a", 1);
        long pages = database.write(session -> session.sql("PRAGMA page_count").number());
        database.write(
                session -> session.sql("PRAGMA max_page_count = " + pages).number());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> database.write(session -> put(session, "large".repeat(10_000), 1)))
                .satisfies(unavailable -> assertThat(unavailable.what()).isEqualTo("SQLite"));
        assertThat(Concurrently.call(50, number -> isFull("large".repeat(10_000) + number)))
                .containsOnly(true);
        assertThat(read("a")).contains(1L);

        database.write(session ->
                session.sql("PRAGMA max_page_count = " + (pages + 1_000)).number());
        put("large".repeat(10_000), 2);
        assertThat(read("large".repeat(10_000))).contains(2L);
    }

    @Test
    void the_writer_survives_whatever_a_work_throws() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> database.write(_ -> {
                    throw new StackOverflowError("on purpose");
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> database.read(_ -> {
                    throw new IllegalStateException("on purpose");
                }));

        put("a", 1);

        assertThat(read("a")).contains(1L);
    }

    @Test
    void after_closing_every_call_is_refused() {
        database.close();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> put("a", 1));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> read("a"));
    }

    @Test
    void what_was_handed_in_before_closing_is_done_or_refused_and_never_forgotten() throws Exception {
        var outcomes = Concurrently.call(40, number -> {
            if (number == 20) {
                database.close();
                return "closed";
            }
            try {
                put("n" + number, number);
                return "stored";
            } catch (Unavailable _) {
                return "refused";
            }
        });

        database = Database.open(folder.resolve("test.db"));

        for (int i = 0; i < 40; i++) {
            if (i != 20) {
                assertThat(read("n" + i).isPresent()).isEqualTo(outcomes.get(i).equals("stored"));
            }
        }
    }

    private Thread blockWriter(CountDownLatch goOn) throws InterruptedException {
        var began = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> {
            boolean _ = database.write(_ -> {
                began.countDown();
                awaitUninterruptibly(goOn);
                return true;
            });
        });
        began.await();
        return slow;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException _) {
                // Not ours: the caller's thread is another one.
            }
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private boolean isFull(String name) {
        try {
            put(name, 1);
            return false;
        } catch (Unavailable _) {
            return true;
        }
    }

    private void put(String name, long value) {
        int _ = database.write(session -> put(session, name, value));
    }

    private static int put(Session session, String name, long value) throws SQLException {
        return session.sql("""
                        INSERT INTO progress (name, value) VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value""").with(name).with(value).update();
    }

    private Optional<Long> read(String name) {
        return database.read(session -> value(session, name));
    }

    private static Optional<Long> value(Session session, String name) throws SQLException {
        return session.sql("SELECT value FROM progress WHERE name = ?")
                .with(name)
                .first(row -> row.getLong(1));
    }
}

package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unavailable;

/// What an adapter whose engine can go away promises: nobody waits for ever, nobody is told that something does not
/// exist because it could not be looked up, and nobody has to restart anything afterwards.
public interface OutageContract {

    /// One call of each method that needs the engine, by a name for the report. They can be made any number of
    /// times.
    Map<String, Runnable> calls();

    /// Cuts the engine off, by stopping it or what lies between.
    void cutOff();

    /// Brings the engine back. Does nothing if it is there.
    void bringBack();

    /// How long a call may take to find out that the engine is away.
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Test
    default void while_the_engine_is_away_every_call_says_so_in_time() {
        calls().values().forEach(Runnable::run);
        cutOff();

        try {
            calls().forEach((name, call) -> {
                long start = System.nanoTime();
                assertThatExceptionOfType(Unavailable.class)
                        .as(name)
                        .isThrownBy(call::run)
                        .satisfies(unavailable -> assertThat(unavailable.what()).isNotBlank());
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(patience());
            });
        } finally {
            bringBack();
        }
    }

    @Test
    default void callers_that_come_all_at_once_are_told_in_time_too() {
        calls().values().forEach(Runnable::run);
        cutOff();

        try {
            long start = System.nanoTime();
            var told = Concurrently.call(
                    50, _ -> calls().values().stream().limit(1).allMatch(OutageContract::isUnavailable));
            assertThat(told).containsOnly(true);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(patience().multipliedBy(2));
        } finally {
            bringBack();
        }
    }

    @Test
    default void once_the_engine_is_back_every_call_works_again() throws InterruptedException {
        calls().values().forEach(Runnable::run);
        cutOff();
        calls().values().forEach(OutageContract::isUnavailable);

        bringBack();

        for (Map.Entry<String, Runnable> call : calls().entrySet()) {
            for (int tries = 0; tries < 100 && isUnavailable(call.getValue()); tries++) {
                Thread.sleep(100);
            }
            assertThatCode(() -> call.getValue().run()).as(call.getKey()).doesNotThrowAnyException();
        }
    }

    private static boolean isUnavailable(Runnable call) {
        try {
            call.run();
            return false;
        } catch (Unavailable _) {
            return true;
        }
    }
}

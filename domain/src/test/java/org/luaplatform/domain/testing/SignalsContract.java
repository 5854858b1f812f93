package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Signals;

/// What everybody promises who listens to the use cases.
public interface SignalsContract {

    Signals signals();

    @Test
    default void listens_to_everything_without_a_word() {
        assertThatCode(() -> tellEverything(signals())).doesNotThrowAnyException();
    }

    @Test
    default void is_not_upset_by_odd_figures() {
        assertThatCode(() -> {
                    signals().collected("", 0);
                    signals().collected("x".repeat(10_000), Integer.MAX_VALUE);
                    signals().analysed(0, Duration.ofDays(-1));
                    signals().analysed(1, Duration.ofDays(36_500));
                    signals().attempted("never heard of", Duration.ZERO);
                    signals().workerFailed("", new IllegalStateException());
                })
                .doesNotThrowAnyException();
    }

    @Test
    default void listens_to_many_threads_at_once() {
        assertThatCode(() -> {
                    var _ = Concurrently.call(20, number -> {
                        tellEverything(signals());
                        return number;
                    });
                })
                .doesNotThrowAnyException();
    }

    private static void tellEverything(Signals signals) {
        signals.collected("api", 1);
        signals.analysed(3, Duration.ofMillis(40));
        signals.analysisFailed(false);
        signals.analysisFailed(true);
        signals.counted(3);
        signals.enqueued(2);
        signals.attempted("delivered", Duration.ofMillis(120));
        signals.attempted("retry", Duration.ofSeconds(10));
        signals.attempted("dead", Duration.ofSeconds(10));
        signals.workerFailed("analysis", new IllegalStateException("on purpose"));
    }
}

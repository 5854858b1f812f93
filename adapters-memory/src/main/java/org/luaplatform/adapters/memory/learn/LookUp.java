package org.luaplatform.adapters.memory.learn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;

/// A look-up that is under way, for which any number of callers may wait.
final class LookUp {

    /// How long a caller waits for something newer than what is at hand.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CompletableFuture<Optional<Form>> outcome = new CompletableFuture<>();

    void succeed(Optional<Form> found) {
        outcome.complete(found);
    }

    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /// What was found.
    ///
    /// @throws Unavailable if the store is away
    Optional<Form> await() {
        try {
            return outcome.get();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The store of forms", interrupted);
        }
    }

    /// What was found; empty if the store is away or too slow.
    Optional<Optional<Form>> awaitBriefly() {
        try {
            return Optional.of(outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Unavailable) {
                return Optional.empty();
            }
            throw unwrapped(failure);
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }
}

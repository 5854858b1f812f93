package org.luaplatform.domain.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Does the same thing many times at once.
public final class Concurrently {

    private Concurrently() {}

    /// What the calls answered, in the order of their numbers. They start together, each on a thread of its own.
    ///
    /// @throws java.util.concurrent.CompletionException if a call throws
    public static <T> List<T> call(int times, IntFunction<T> call) {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return call.apply(number);
                            },
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            int _ = start.await();
        } catch (InterruptedException | BrokenBarrierException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

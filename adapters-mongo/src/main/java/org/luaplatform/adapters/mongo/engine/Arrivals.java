package org.luaplatform.adapters.mongo.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// The bridge between the driver's publishers and threads that wait: what a publisher sends arrives here, for one
/// thread that takes it. No more than `demand` items are ever on their way or lying here, however many there are;
/// the rest stays with the server until somebody wants it.
///
/// Not thread-safe on the taking side: arrivals belong to one reader at a time.
final class Arrivals<T> implements AutoCloseable {

    private final int demand;
    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
    private int takenSinceAsked;
    private @Nullable Signal<T> last;

    private Arrivals(int demand) {
        this.demand = demand;
    }

    /// Subscribes to `publisher`, which may start working at once.
    static <T> Arrivals<T> of(Publisher<T> publisher, int demand) {
        var arrivals = new Arrivals<T>(demand);
        publisher.subscribe(arrivals.new Door());
        return arrivals;
    }

    /// The next item, or empty once the publisher has sent all. Whoever is interrupted or too impatient to get an
    /// answer gets none later either: the publisher is told to stop.
    ///
    /// @throws TimeoutException if nothing arrives within `patience`
    /// @throws InterruptedException if the caller is interrupted, before or while it waits
    /// @throws RuntimeException what the publisher failed with
    Optional<T> next(Duration patience) throws TimeoutException, InterruptedException {
        Signal<T> signal = last == null ? await(patience) : last;
        return switch (signal) {
            case Item<T>(T item) -> {
                askForMore();
                yield Optional.of(item);
            }
            case Complete<T> end -> {
                last = end;
                yield Optional.empty();
            }
            case Failed<T> failed -> {
                last = failed;
                throw failed.asException();
            }
        };
    }

    private Signal<T> await(Duration patience) throws TimeoutException, InterruptedException {
        try {
            Signal<T> signal = signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (signal == null) {
                close();
                throw new TimeoutException("no answer within " + patience.toMillis() + " ms");
            }
            return signal;
        } catch (InterruptedException interruption) {
            close();
            throw interruption;
        }
    }

    /// Asks anew when half of what was asked for is used up, so that the next batch is on its way while this one is
    /// being worked at.
    private void askForMore() {
        takenSinceAsked++;
        Subscription open = subscription.get();
        if (open != null && takenSinceAsked >= Math.max(1, demand / 2)) {
            open.request(takenSinceAsked);
            takenSinceAsked = 0;
        }
    }

    /// Tells the publisher to stop and forgets what arrived. Closing twice, or after the end, does nothing.
    @Override
    public void close() {
        Subscription open = subscription.getAndSet(Closed.SUBSCRIPTION);
        if (open != null) {
            open.cancel();
        }
        signals.clear();
        last = new Complete<>();
    }

    private sealed interface Signal<T> {}

    private record Item<T>(T item) implements Signal<T> {}

    private record Complete<T>() implements Signal<T> {}

    private record Failed<T>(Throwable failure) implements Signal<T> {

        RuntimeException asException() {
            return switch (failure) {
                case RuntimeException exception -> exception;
                case Error error -> throw error;
                case Throwable checked -> new IllegalStateException(checked);
            };
        }
    }

    /// Stands in the subscription's place once nobody waits any more.
    private enum Closed implements Subscription {
        SUBSCRIPTION;

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    /// The side that the driver's threads see.
    private final class Door implements Subscriber<T> {

        @Override
        public void onSubscribe(Subscription offered) {
            if (subscription.compareAndSet(null, offered)) {
                offered.request(demand);
            } else {
                offered.cancel();
            }
        }

        @Override
        public void onNext(T item) {
            signals.add(new Item<>(item));
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(new Failed<>(failure));
        }

        @Override
        public void onComplete() {
            signals.add(new Complete<>());
        }
    }
}

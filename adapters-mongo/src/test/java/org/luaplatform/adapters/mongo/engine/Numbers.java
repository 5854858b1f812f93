package org.luaplatform.adapters.mongo.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Sends 0, 1, 2 … up to a last one, exactly as many as are asked for, and remembers what was asked.
final class Numbers implements Publisher<Long> {

    private final long count;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private Numbers(long count) {
        this.count = count;
    }

    static Numbers below(long count) {
        return new Numbers(count);
    }

    /// Never sends anything and never ends.
    static Numbers silent() {
        return new Numbers(-1);
    }

    long requested() {
        return requested.get();
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public void subscribe(Subscriber<? super Long> subscriber) {
        subscriber.onSubscribe(new Subscription() {

            private long next;

            @Override
            public void request(long n) {
                requested.addAndGet(n);
                long end = Math.min(count, next + n);
                while (next < end) {
                    subscriber.onNext(next++);
                }
                if (next == count) {
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
    }
}

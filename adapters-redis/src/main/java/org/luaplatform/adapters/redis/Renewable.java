package org.luaplatform.adapters.redis;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Something open that can be replaced by a new one of its kind. A connection which is cut comes back by itself;
/// one at whose other end nobody is any more, without having said so, has to be given up.
final class Renewable<T extends AutoCloseable> {

    private final Supplier<T> opening;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile T current;

    Renewable(Supplier<T> opening) {
        this.opening = opening;
        this.current = opening.get();
    }

    T current() {
        return current;
    }

    /// Opens a new one, and only then closes the old one.
    void renew() {
        lock.lock();
        try {
            T old = current;
            current = opening.get();
            closeQuietly(old);
        } finally {
            lock.unlock();
        }
    }

    private void closeQuietly(T old) {
        try {
            old.close();
        } catch (Exception _) {
            // It was of no use any more anyway.
        }
    }
}

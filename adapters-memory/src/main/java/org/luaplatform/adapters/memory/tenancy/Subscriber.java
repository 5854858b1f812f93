package org.luaplatform.adapters.memory.tenancy;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.OrganizationId;

/// One who is told news, and what is waiting to be told.
final class Subscriber {

    /// Some seconds of a very busy organization. Whoever lags behind further than that is shown nothing live.
    private static final int MOST_WAITING = 256;

    private final Consumer<News> listener;
    private final Queue<News> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    Subscriber(Consumer<News> listener) {
        this.listener = listener;
    }

    void start(OrganizationId organization) {
        Thread.ofVirtual().name("news for " + organization).start(this::run);
    }

    /// Has the subscriber told soon. Never waits for that.
    void tell(News news) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (waiting.size() == MOST_WAITING) {
                waiting.remove();
            }
            waiting.add(news);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Ends it. News that the listener is being told right now is the last.
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Optional<News> news = next();
        while (news.isPresent()) {
            try {
                listener.accept(news.get());
            } catch (RuntimeException _) {
                // Its own business. It may well be able to hear the next.
            }
            news = next();
        }
    }

    /// Waits for the next news; empty once it is closed.
    private Optional<News> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }
}

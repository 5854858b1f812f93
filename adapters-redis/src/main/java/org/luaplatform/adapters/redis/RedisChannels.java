package org.luaplatform.adapters.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Listens to channels, whatever becomes of the connection: what is wanted is known here, and what Redis has
/// confirmed is brought into line with it whenever either has changed.
final class RedisChannels {

    private record Listener(String beginning, Consumer<byte[]> action) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// By channel, how many want it.
    private final Map<String, Integer> wanted = new ConcurrentHashMap<>();

    private final ReentrantLock aligning = new ReentrantLock();
    private final Renewable<Subscriptions> subscriptions;

    RedisChannels(RedisServers servers) {
        this.subscriptions = new Renewable<>(() -> new Subscriptions(servers.connectPubSub(), this::tell, this::align));
    }

    /// Has `action` told what arrives on channels whose names begin like this. It must be quick.
    void listen(String beginning, Consumer<byte[]> action) {
        listeners.add(new Listener(beginning, action));
    }

    /// Begins to listen to the channel, or goes on to. When this returns, either what is published from now on will
    /// arrive, or Redis is away and will be listened to once it is back.
    void want(String channel) {
        wanted.merge(channel, 1, Integer::sum);
        align();
    }

    void unwant(String channel) {
        wanted.computeIfPresent(channel, (_, count) -> count == 1 ? null : count - 1);
        // Whoever goes away need not wait for that.
        Thread.ofVirtual().name("redis channels").start(this::align);
    }

    Outcome ping() throws InterruptedException {
        return subscriptions.current().ping();
    }

    void renew() {
        subscriptions.renew();
    }

    /// Brings what is listened to into line with what is wanted, as far as Redis is there.
    void align() {
        try {
            if (aligning.tryLock(RedisServers.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    alignAlone(subscriptions.current());
                } finally {
                    aligning.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void alignAlone(Subscriptions current) throws InterruptedException {
        Set<String> missing = new HashSet<>(wanted.keySet());
        missing.removeAll(current.confirmed());
        if (!missing.isEmpty()) {
            current.add(missing);
        }
        List<String> unwanted = new ArrayList<>(current.confirmed());
        unwanted.removeAll(wanted.keySet());
        if (!unwanted.isEmpty()) {
            current.remove(unwanted);
        }
    }

    private void tell(String channel, byte[] message) {
        listeners.stream()
                .filter(listener -> channel.startsWith(listener.beginning()))
                .forEach(listener -> listener.action().accept(message));
    }
}

package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// One connection that listens, and the channels that Redis has confirmed on it. The driver renews subscriptions by
/// itself when the connection comes back, and these are noted here like any others.
final class Subscriptions implements AutoCloseable {

    private final StatefulRedisPubSubConnection<String, byte[]> connection;
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    /// @param message told the channel and the message; must be quick
    /// @param reconnected run when the connection has come back
    Subscriptions(
            StatefulRedisPubSubConnection<String, byte[]> connection,
            BiConsumer<String, byte[]> message,
            Runnable reconnected) {
        this.connection = connection;
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, byte[] content) {
                message.accept(channel, content);
            }

            @Override
            public void subscribed(String channel, long count) {
                confirmed.add(channel);
            }

            @Override
            public void unsubscribed(String channel, long count) {
                confirmed.remove(channel);
            }
        });
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
                Thread.ofVirtual().name("redis channels").start(reconnected);
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
                confirmed.clear();
            }
        });
    }

    Set<String> confirmed() {
        return Set.copyOf(confirmed);
    }

    void add(Collection<String> channels) throws InterruptedException {
        String[] names = channels.toArray(String[]::new);
        if (Outcome.of(() -> connection.async().subscribe(names)) == Outcome.DONE) {
            confirmed.addAll(Arrays.asList(names));
        }
    }

    void remove(Collection<String> channels) throws InterruptedException {
        String[] names = channels.toArray(String[]::new);
        if (Outcome.of(() -> connection.async().unsubscribe(names)) == Outcome.DONE) {
            Arrays.asList(names).forEach(confirmed::remove);
        }
    }

    Outcome ping() throws InterruptedException {
        return Outcome.of(() -> connection.async().ping());
    }

    @Override
    public void close() {
        var _ = connection.closeAsync();
    }
}

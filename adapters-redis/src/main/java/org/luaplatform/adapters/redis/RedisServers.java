package org.luaplatform.adapters.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens connections to whatever `REDIS_URI` names. A connection comes back by itself, within seconds, and while it
/// is away refuses commands instead of collecting them: whoever waits for Redis keeps a respondent waiting.
final class RedisServers implements AutoCloseable {

    /// A connection for commands, and the commands: those which a single server and a cluster have in common.
    record Line(StatefulConnection<String, byte[]> connection, RedisClusterAsyncCommands<String, byte[]> commands)
            implements AutoCloseable {
        @Override
        public void close() {
            var _ = connection.closeAsync();
        }
    }

    /// How long anything that Redis does may take. It answers in less than a millisecond, or something is wrong.
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /// With as many commands on their way, further ones are refused.
    private static final int MOST_UNDER_WAY = 10_000;

    private static final String TRY_OUT = """
            redis.call('SET', KEYS[1], 'x', 'PX', 1)
            redis.call('GET', KEYS[1])
            redis.call('DEL', KEYS[1])
            redis.call('INCR', KEYS[1])
            redis.call('PEXPIRE', KEYS[1], 1)
            redis.call('PUBLISH', KEYS[1], 'x')
            return 1
            """;
    private static final byte[] NOTHING = new byte[0];

    private final ClientResources resources;
    private final AbstractRedisClient client;

    private RedisServers(ClientResources resources, AbstractRedisClient client) {
        this.resources = resources;
        this.client = client;
    }

    /// What these addresses lead to. One address may well be that of one node of a cluster, which tells us the
    /// others.
    ///
    /// @throws RedisException if nobody answers there, or not to us
    static RedisServers at(List<RedisURI> uris) {
        if (uris.size() > 1) {
            return cluster(uris);
        }
        RedisServers single = single(uris.getFirst());
        try (Line line = single.connect()) {
            if (isNodeOfCluster(line)) {
                single.close();
                return cluster(uris);
            }
            return single;
        } catch (RedisException failure) {
            single.close();
            throw failure;
        }
    }

    /// Only a node of a cluster knows where a key belongs; any other server answers with an error.
    private static boolean isNodeOfCluster(Line line) {
        try {
            return Outcome.of(() -> line.commands().clusterKeyslot("lua")) == Outcome.DONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RedisException(interrupted);
        }
    }

    private static RedisServers single(RedisURI uri) {
        ClientResources resources = resources();
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(configured(ClientOptions.builder()).build());
        return new RedisServers(resources, client);
    }

    private static RedisServers cluster(List<RedisURI> uris) {
        ClientResources resources = resources();
        RedisClusterClient client = RedisClusterClient.create(resources, uris);
        ClusterClientOptions.Builder options = ClusterClientOptions.builder();
        configured(options);
        client.setOptions(options.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(Duration.ofSeconds(30))
                        .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(5))
                        .build())
                .build());
        return new RedisServers(resources, client);
    }

    Line connect() {
        return switch (client) {
            case RedisClient single -> {
                var connection = single.connect(CODEC);
                yield new Line(connection, connection.async());
            }
            case RedisClusterClient cluster -> {
                var connection = cluster.connect(CODEC);
                connectToNodes(connection);
                yield new Line(connection, connection.async());
            }
            default -> throw new IllegalStateException("there is no such client: " + client);
        };
    }

    /// Otherwise the first command for each node would be refused, as it has no connection yet.
    private static void connectToNodes(StatefulRedisClusterConnection<String, byte[]> cluster) {
        for (RedisClusterNode node : cluster.getPartitions()) {
            try {
                if (node.is(RedisClusterNode.NodeFlag.UPSTREAM)) {
                    var _ = cluster.getConnection(
                            node.getUri().getHost(), node.getUri().getPort());
                }
            } catch (RedisException _) {
                // It is away just now. The driver will find it, or who takes its place.
            }
        }
    }

    StatefulRedisPubSubConnection<String, byte[]> connectPubSub() {
        return switch (client) {
            case RedisClient single -> single.connectPubSub(CODEC);
            case RedisClusterClient cluster -> cluster.connectPubSub(CODEC);
            default -> throw new IllegalStateException("there is no such client: " + client);
        };
    }

    /// Does once what is done later on, so that a permission which is missing shows now.
    ///
    /// @throws RedisException if something is refused
    void tryOut() {
        try (Line line = connect();
                var listening = connectPubSub()) {
            answered(line.commands().eval(TRY_OUT, ScriptOutputType.INTEGER, new String[] {"lua:start"}, NOTHING));
            answered(line.commands().mget("lua:start"));
            answered(listening.async().subscribe("lua:start"));
        }
    }

    private static void answered(RedisFuture<?> future) {
        try {
            future.get(LONGEST_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new RedisException(failure.getCause());
        } catch (TimeoutException failure) {
            throw new RedisCommandTimeoutException("no answer in " + LONGEST_CONNECT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RedisException(interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private static ClientResources resources() {
        return ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
                .reconnectDelay(
                        Delay.fullJitter(Duration.ofMillis(100), Duration.ofSeconds(3), 100, TimeUnit.MILLISECONDS))
                .build();
    }

    private static <B extends ClientOptions.Builder> B configured(B options) {
        options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_UNDER_WAY)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(LONGEST_CONNECT)
                        .tcpNoDelay(true)
                        // A subscriber only listens: without this it would never learn that nobody speaks.
                        .keepAlive(KeepAliveOptions.builder()
                                .enable()
                                .idle(Duration.ofSeconds(5))
                                .interval(Duration.ofSeconds(2))
                                .count(3)
                                .build())
                        .build());
        return options;
    }
}

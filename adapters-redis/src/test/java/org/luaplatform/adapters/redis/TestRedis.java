package org.luaplatform.adapters.redis;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.embedded.Redis;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.core.RedisServerBuilder;

/// A real Redis: the one that `REDIS_URI` names, or else a process of our own, of the system's `redis-server` if
/// there is one and of a bundled binary otherwise.
final class TestRedis implements AutoCloseable {

    private static final Optional<String> GIVEN = Optional.ofNullable(System.getenv("REDIS_URI"));
    private static final int SLOTS = 16_384;

    private final Redis server;
    private final int port;
    private final Path folder;

    private TestRedis(Redis server, int port, Path folder) throws IOException {
        this.server = server;
        this.port = port;
        this.folder = folder;
        folder.toFile().deleteOnExit();
        server.start();
    }

    /// The address of a Redis that all tests share.
    static URI shared() {
        return URI.create(GIVEN.orElseGet(Shared.SERVER::uri));
    }

    /// A Redis of its own, for tests that need it to be set up in a certain way.
    static TestRedis started(String... settings) {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("lua-redis");
            RedisServerBuilder builder = RedisServer.newRedisServer()
                    .executableProvider(executable())
                    .bind("127.0.0.1")
                    .port(port)
                    .setting("dir " + folder)
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .onShutdownForceStop(true);
            Stream.of(settings).forEach(builder::setting);
            return new TestRedis(builder.build(), port, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Two nodes of one cluster, each of which holds half of the keys.
    static List<TestRedis> cluster() {
        List<TestRedis> nodes = List.of(
                started("cluster-enabled yes", "cluster-announce-ip 127.0.0.1"),
                started("cluster-enabled yes", "cluster-announce-ip 127.0.0.1"));
        for (int i = 0; i < nodes.size(); i++) {
            RedisClient client = RedisClient.create(nodes.get(i).uri());
            try (var connection = client.connect()) {
                int half = SLOTS / 2;
                connection
                        .sync()
                        .clusterAddSlots(
                                IntStream.range(i * half, (i + 1) * half).toArray());
                connection.sync().clusterMeet("127.0.0.1", nodes.getFirst().port());
            } finally {
                client.shutdown();
            }
        }
        nodes.forEach(TestRedis::awaitCluster);
        return nodes;
    }

    private void awaitCluster() {
        RedisClient client = RedisClient.create(uri());
        try (var connection = client.connect()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> connection.sync().clusterInfo().contains("cluster_state:ok"));
        } finally {
            client.shutdown();
        }
    }

    /// One who knows where `master` is.
    static TestRedis sentinelOf(String name, TestRedis master) {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("lua-sentinel");
            RedisSentinel sentinel = RedisSentinel.newRedisSentinel()
                    .executableProvider(executable())
                    .bind("127.0.0.1")
                    .port(port)
                    .setting("sentinel monitor " + name + " 127.0.0.1 " + master.port() + " 1")
                    .setting("dir " + folder)
                    .onShutdownForceStop(true)
                    .build();
            return new TestRedis(sentinel, port, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            // The nodes of a cluster use the port that is higher by 10,000 among themselves.
            return port < 55_000 ? port : freePort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            server.stop();
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ExecutableProvider executable() {
        try {
            return ExecutableProvider.newExecutableInPath("redis-server");
        } catch (FileNotFoundException _) {
            return ExecutableProvider.newJarResourceProvider();
        }
    }

    /// Started when it is first needed; ends with the tests' process.
    private static final class Shared {
        private static final TestRedis SERVER = started();
    }
}

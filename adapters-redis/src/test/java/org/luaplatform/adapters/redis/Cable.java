package org.luaplatform.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies between a replica and Redis, to be cut and mended.
final class Cable implements AutoCloseable {

    private enum State {
        WHOLE,
        CUT,
        /// Nothing gets through, and nobody is told so.
        DEAD
    }

    private final URI redis;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Cable(URI redis) {
        this.redis = redis;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// The address at this end.
    String uri() {
        String user = redis.getUserInfo() == null ? "" : redis.getUserInfo() + "@";
        return "redis://" + user + "127.0.0.1:" + entrance.getLocalPort();
    }

    /// Ends all connections, and every new one at once.
    void cut() {
        state = State.CUT;
        open.forEach(Cable::closeQuietly);
    }

    /// Lets nothing through any more. Connections from before stay like that even when it is mended.
    void die() {
        state = State.DEAD;
        open.clear();
    }

    void mend() {
        state = State.WHOLE;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException _) {
                // Redis is away, or this is closed.
            }
        }
    }

    private void connect(Socket here) throws IOException {
        switch (state) {
            case CUT -> here.close();
            case DEAD -> Thread.ofVirtual().start(() -> swallow(here));
            case WHOLE -> {
                int port = redis.getPort() < 0 ? 6379 : redis.getPort();
                var there = new Socket(redis.getHost(), port);
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            byte[] buffer = new byte[8_192];
            int count = from.getInputStream().read(buffer);
            while (count >= 0) {
                if (open.contains(to)) {
                    to.getOutputStream().write(buffer, 0, count);
                }
                count = from.getInputStream().read(buffer);
            }
        } catch (IOException _) {
            // Cut.
        }
        if (open.remove(from) && open.remove(to)) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void swallow(Socket socket) {
        try (socket) {
            while (socket.getInputStream().read() >= 0) {
                // Nobody is there.
            }
        } catch (IOException _) {
            // Given up at the other end.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed already.
        }
    }
}

package org.luaplatform.adapters.mongo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection to a server that can be cut and mended, or stalled so that bytes neither arrive nor fail to. It
/// lies on a port of its own on this machine.
public final class Cable implements AutoCloseable {

    private final InetSocketAddress server;
    private final InetSocketAddress end;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger killedCursors = new AtomicInteger();
    private final Object flow = new Object();
    private boolean stalled;
    private volatile ServerSocket listener;

    private Cable(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = listenSomewhere();
        this.end = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /// Lays a cable to the server.
    public static Cable to(String host, int port) {
        try {
            return new Cable(new InetSocketAddress(host, port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return end.getPort();
    }

    /// How often a client told the server through this cable that it wants no more of a cursor.
    public int killedCursors() {
        return killedCursors.get();
    }

    /// Breaks all connections and takes no new ones.
    public void cut() {
        close();
    }

    /// Takes connections again, and lets bytes through.
    public void mend() {
        synchronized (flow) {
            stalled = false;
            flow.notifyAll();
        }
        if (listener.isClosed()) {
            try {
                listener = listen(end);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// From now on nothing gets through, and nobody is told.
    public void stall() {
        synchronized (flow) {
            stalled = true;
        }
    }

    /// Not where the system takes the ports of clients from: while the cable is cut, one of them could get ours.
    private ServerSocket listenSomewhere() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try {
                return listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (BindException _) {
                // Somebody listens there.
            }
        }
    }

    private ServerSocket listen(InetSocketAddress address) throws IOException {
        var accepting = new ServerSocket();
        accepting.setReuseAddress(true);
        accepting.bind(address);
        Thread.ofVirtual().start(() -> accept(accepting));
        return accepting;
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket client = accepting.accept();
                sockets.add(client);
                Socket upstream = new Socket(server.getHostString(), server.getPort());
                sockets.add(upstream);
                Thread.ofVirtual().start(() -> pump(client, upstream, true));
                Thread.ofVirtual().start(() -> pump(upstream, client, false));
            } catch (IOException _) {
                // Closed, or the server is away: whoever connected finds out.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isRequest) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (isRequest && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("killCursors")) {
                    killedCursors.incrementAndGet();
                }
                awaitFlow();
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException | InterruptedException _) {
            // Cut.
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private void awaitFlow() throws InterruptedException {
        synchronized (flow) {
            while (stalled) {
                flow.wait();
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        sockets.clear();
    }
}

package org.luaplatform.adapters.http.edge;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// HTTP/1.1 connections under the [Watchdog], with a bound on what is read ahead. Without that bound the server
/// holds a whole chunk, or an endless line of chunk extensions, in memory before anybody can refuse it.
final class Connections implements ServerConnectionSelector {

    /// More than any client frames at once (curl 64 KiB, browsers less), and little enough for a thousand
    /// connections.
    private static final int MOST_READ_AHEAD = 1024 * 1024;

    private final Http1ConnectionSelector http1;
    private final Watchdog watchdog;
    private final HttpLimits limits;

    Connections(Http1ConnectionSelector http1, Watchdog watchdog, HttpLimits limits) {
        this.http1 = http1;
        this.watchdog = watchdog;
        this.limits = limits;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    /// Called on the thread that will serve the connection.
    @Override
    public ServerConnection connection(ConnectionContext context) {
        Watchdog.Visit visit = watchdog.begin(limits);
        return new Watched(http1.connection(new BoundedContext(context, visit)), visit);
    }

    private final class Watched implements ServerConnection, InterruptableTask<Void> {

        private final ServerConnection connection;
        private final Watchdog.Visit visit;

        private Watched(ServerConnection connection, Watchdog.Visit visit) {
            this.connection = connection;
            this.visit = visit;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                connection.handle(limit);
            } finally {
                watchdog.end(visit);
            }
        }

        /// The watchdog knows better, so the server's own idle check finds nothing to do.
        @Override
        public Duration idleTime() {
            return Duration.ZERO;
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }

        @Override
        public boolean canInterrupt() {
            return connection instanceof InterruptableTask<?> task && task.canInterrupt();
        }
    }

    /// The connection as the HTTP/1.1 code sees it: reading goes through our own reader.
    private static final class BoundedContext implements ConnectionContext {

        private final ConnectionContext context;
        private final HelidonSocket socket;
        private final Watchdog.Visit visit;
        private final DataReader reader;

        private BoundedContext(ConnectionContext context, Watchdog.Visit visit) {
            this.context = context;
            this.socket = context.serverSocket();
            this.visit = visit;
            this.reader = DataReader.create(this::receive);
        }

        private byte[] receive() {
            if (reader.available() > MOST_READ_AHEAD) {
                throw RequestException.builder()
                        .type(DirectHandler.EventType.BAD_REQUEST)
                        .status(Status.REQUEST_ENTITY_TOO_LARGE_413)
                        .message("a chunk is too large")
                        .setKeepAlive(false)
                        .build();
            }
            try {
                byte[] bytes = socket.get();
                visit.received();
                return bytes;
            } catch (UncheckedIOException failure) {
                throw new ServerConnectionException("reading failed", failure);
            }
        }

        @Override
        public DataReader dataReader() {
            return reader;
        }

        @Override
        public ListenerContext listenerContext() {
            return context.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return context.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return context.dataWriter();
        }

        @Override
        public Router router() {
            return context.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return context.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return socket;
        }

        @Override
        public PeerInfo remotePeer() {
            return context.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return context.localPeer();
        }

        @Override
        public boolean isSecure() {
            return context.isSecure();
        }

        @Override
        public String socketId() {
            return context.socketId();
        }

        @Override
        public String childSocketId() {
            return context.childSocketId();
        }
    }
}

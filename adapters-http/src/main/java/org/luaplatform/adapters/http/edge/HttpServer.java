package org.luaplatform.adapters.http.edge;

import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.luaplatform.domain.tenancy.Principal;

/// The listening server: HTTP/1.1 on one port, without TLS, which ends before us.
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int WRITE_BUFFER_BYTES = 16 * 1024;

    private final String host;
    private final int port;
    private final Admission admission;
    private final Watchdog watchdog;
    private final WebServer server;
    private volatile boolean closing;

    /// @param port 0 for any that is free
    /// @param authenticator who the bearer of a token is; without a token, anybody
    public HttpServer(
            RouteTable table,
            String host,
            int port,
            HttpLimits limits,
            List<AddressRange> trustedProxies,
            OpenTelemetry openTelemetry,
            Function<Optional<String>, Principal> authenticator) {
        this.host = host;
        this.port = port;
        var addresses = new ClientAddresses(trustedProxies);
        var telemetry = new Telemetry(openTelemetry, addresses);
        this.admission = new Admission(limits);
        var services = new Edge.Services(limits, authenticator, addresses, () -> closing);
        this.watchdog = new Watchdog();
        this.server = WebServer.builder()
                .host(host)
                .port(port)
                .backlog(BACKLOG)
                .maxTcpConnections(limits.connections())
                .writeBufferSize(WRITE_BUFFER_BYTES)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .addConnectionSelector(new Connections(http1(limits), watchdog, limits))
                .directHandlers(new DirectProblems(telemetry).forAllEvents())
                // The handler sees the message and tells nobody; without it, too large headers look like malformed
                // ones.
                .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(1))
                .routing(HttpRouting.builder().any(new Edge(table, services, telemetry, admission)))
                .build();
    }

    private static Http1ConnectionSelector http1(HttpLimits limits) {
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxHeadersSize(limits.headerBytes())
                        .maxPrologueLength(limits.requestLineBytes())
                        .sendKeepAliveHeader(false)
                        .build())
                .build();
    }

    /// @throws CannotListen if the address is unknown, in use or not allowed
    public void start() {
        // The server itself logs a failure with its stack trace and goes on. Whoever mistyped a port deserves a
        // sentence.
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException refused) {
            throw new CannotListen(host, port, refused);
        }
        server.start();
        if (!server.isRunning()) {
            throw new CannotListen(host, port, new IOException("the address was taken in this moment"));
        }
    }

    /// The port that it listens on.
    public int port() {
        return server.port();
    }

    /// Lets the requests that are running end, streams of live news at once, and each connection with its next
    /// answer.
    ///
    /// @return whether all came to their end within `patience`
    public boolean drain(Duration patience) {
        closing = true;
        return admission.awaitEmpty(patience);
    }

    /// Stops at once.
    @Override
    public void close() {
        server.stop();
        watchdog.close();
    }
}

package org.luaplatform.adapters.http.act;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/// One request and its answer, on a connection of its own.
///
/// The connection is made to the very address that the guard has seen, whatever the host's name means a moment
/// later; the name is still what the certificate must be for. Redirects are answers like any other. Nothing of a
/// receiver's answer is taken without a bound, and [#abort] ends everything at once, wherever it hangs.
final class WebhookExchange implements Callable<WebhookAnswer> {

    /// A name with more addresses than this is tried by its first ones.
    private static final int MOST_ADDRESSES = 4;

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(10)
            .build();

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

    private final WebhookMessage message;
    private final HostResolver resolver;
    private final AddressGuard guard;
    private final Supplier<SSLSocketFactory> encryption;
    private final Duration connectPatience;

    private Socket socket = new Socket(Proxy.NO_PROXY);
    private boolean isAborted;
    private volatile Optional<WebhookAnswer> answer = Optional.empty();

    WebhookExchange(
            WebhookMessage message,
            HostResolver resolver,
            AddressGuard guard,
            Supplier<SSLSocketFactory> encryption,
            Duration connectPatience) {
        this.message = message;
        this.resolver = resolver;
        this.guard = guard;
        this.encryption = encryption;
        this.connectPatience = connectPatience;
    }

    /// What the receiver has answered so far, if anything.
    Optional<WebhookAnswer> answer() {
        return answer;
    }

    /// Ends the exchange from any thread.
    synchronized void abort() {
        isAborted = true;
        close();
    }

    /// @throws ForbiddenAddress if the host has no address that is permitted
    @Override
    public WebhookAnswer call() throws IOException, HttpException {
        // Never closed in good order, which would wait for the receiver: its socket is closed under it.
        var connection = new DefaultBHttpClientConnection(BOUNDS);
        try {
            Socket connected = connect(permitted());
            if (message.address().isEncrypted()) {
                connection.bind(encrypt(connected), connected);
            } else {
                connection.bind(connected);
            }
            connection.setSocketTimeout(Timeout.DISABLED);
            return converse(connection);
        } finally {
            abort();
        }
    }

    private List<InetAddress> permitted() throws UnknownHostException, ForbiddenAddress {
        List<InetAddress> permitted = resolver.resolve(message.address().host()).stream()
                .filter(guard::permits)
                .limit(MOST_ADDRESSES)
                .toList();
        if (permitted.isEmpty()) {
            throw new ForbiddenAddress();
        }
        return permitted;
    }

    private Socket connect(List<InetAddress> addresses) throws IOException {
        IOException problem = new SocketException("no address");
        for (InetAddress address : addresses) {
            Socket candidate = fresh();
            try {
                candidate.connect(
                        new InetSocketAddress(address, message.address().port()),
                        Math.toIntExact(connectPatience.toMillis()));
                return candidate;
            } catch (IOException failure) {
                problem = failure;
            }
        }
        throw problem;
    }

    private synchronized Socket fresh() throws IOException {
        if (isAborted) {
            throw new SocketException("aborted");
        }
        close();
        socket = new Socket(Proxy.NO_PROXY);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private synchronized void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // Then it is closed enough.
        }
    }

    private SSLSocket encrypt(Socket connected) throws IOException {
        var encrypted = (SSLSocket) encryption
                .get()
                .createSocket(
                        connected, message.address().host(), message.address().port(), true);
        var parameters = encrypted.getSSLParameters();
        // Without it the certificate would only have to be valid, for whomever.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private WebhookAnswer converse(DefaultBHttpClientConnection connection) throws IOException, HttpException {
        ClassicHttpResponse response = EXECUTOR.execute(request(), connection, HttpCoreContext.create());
        Optional<String> retryAfter = Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue);
        var head = new WebhookAnswer(response.getCode(), retryAfter, Optional.empty());
        answer = Optional.of(head);
        return readStart(head, Optional.ofNullable(response.getEntity()));
    }

    /// The status has been said; whatever becomes of the body does not unsay it.
    private WebhookAnswer readStart(WebhookAnswer head, Optional<HttpEntity> entity) {
        WebhookAnswer read = head;
        if (entity.isEmpty()) {
            return read;
        }
        byte[] start = new byte[WebhookAnswer.MOST_BYTES];
        try {
            InputStream body = entity.get().getContent();
            int length = 0;
            int got = body.read(start, 0, start.length);
            while (got > 0) {
                length += got;
                read = head.startingWith(start, length);
                answer = Optional.of(read);
                got = length == start.length ? -1 : body.read(start, length, start.length - length);
            }
        } catch (IOException _) {
            return read;
        }
        return read;
    }

    private BasicClassicHttpRequest request() {
        var request = new BasicClassicHttpRequest("POST", message.address().target());
        request.addHeader(HttpHeaders.HOST, message.address().authority());
        request.addHeader(HttpHeaders.CONNECTION, "close");
        request.addHeader(HttpHeaders.CONTENT_LENGTH, message.body().length);
        request.addHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        message.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    /// The host has only addresses that webhooks must not be sent to. Which ones, the sender need not learn.
    static final class ForbiddenAddress extends IOException {
        ForbiddenAddress() {
            super("no permitted address");
        }
    }
}

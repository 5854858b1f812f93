package org.luaplatform.adapters.http.act;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A receiver of webhooks on the loopback interface that behaves as a test wants it to, byte by byte.
final class TestReceiver implements AutoCloseable {

    /// What to do with a request.
    interface Manners {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /// @param headers by their names in lower case
    record Request(String line, Map<String, String> headers, String body) {
        String header(String name) {
            String value = headers.get(name);
            if (value == null) {
                throw new AssertionError("there is no header " + name + " among " + headers.keySet());
            }
            return value;
        }
    }

    private final ServerSocket server;
    private final String scheme;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile Manners manners;

    private TestReceiver(ServerSocketFactory sockets, String scheme, Manners manners) {
        this.scheme = scheme;
        this.manners = manners;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static TestReceiver that(Manners manners) {
        return new TestReceiver(ServerSocketFactory.getDefault(), "http", manners);
    }

    static TestReceiver encrypted(ServerSocketFactory sockets, Manners manners) {
        return new TestReceiver(sockets, "https", manners);
    }

    /// Answers with this status and body, and no further headers.
    static Manners answers(int status, String body) {
        return answers(status, "", body);
    }

    /// @param headers each ended by CRLF
    static Manners answers(int status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (_, out) -> {
            write(out, "HTTP/1.1 %d Whatever\r\n%sContent-Length: %d\r\n\r\n".formatted(status, headers, bytes.length));
            out.write(bytes);
        };
    }

    /// Never answers, and leaves the connection open.
    static Manners hangs() {
        return (_, _) -> Thread.sleep(60_000);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void behave(Manners other) {
        manners = other;
    }

    int port() {
        return server.getLocalPort();
    }

    URI url() {
        return url("127.0.0.1");
    }

    URI url(String host) {
        return URI.create("%s://%s:%d/hook?token=hidden".formatted(scheme, host, port()));
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Request request = read(connection.getInputStream());
            requests.add(request);
            manners.answer(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException _) {
            // The other side has had enough.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream);
        String line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("ended within a line");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}

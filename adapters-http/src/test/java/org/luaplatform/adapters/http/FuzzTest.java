package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.RawClient;
import org.luaplatform.adapters.http.edge.Route;

/// Sends whatever strangers could send, over raw connections: no request makes the server fail, and none makes it
/// hang. The seeds are fixed; a failure names the one that it came from.
@Timeout(300)
final class FuzzTest {

    private static final int REQUESTS = 4_000;

    private static final ConcurrentLinkedQueue<String> FAILURES = new ConcurrentLinkedQueue<>();
    private static final Logger EDGE = Logger.getLogger("org.luaplatform");
    private static final Handler WATCH = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                FAILURES.add(String.valueOf(line.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static TestServer server;
    private static TestServer.Tenant tenant;
    private static String form;
    private static String destination;

    @BeforeAll
    static void start() {
        EDGE.addHandler(WATCH);
        server = new TestServer(
                settings -> new HttpSettings(
                        settings.host(),
                        settings.port(),
                        TestServer.tight(),
                        settings.trustedProxies(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        settings.version()),
                OpenTelemetry.noop());
        tenant = server.tenant();
        form = server.openForm(tenant);
        destination = tenant.client()
                .post(tenant.path("/destinations"), "{\"name\": \"D\", \"url\": \"https://desk.example/\"}")
                .text("/id");
    }

    @AfterAll
    static void stop() {
        server.close();
        EDGE.removeHandler(WATCH);
    }

    @Test
    void no_request_makes_the_server_fail() throws Exception {
        List<Route> routes = server.adapter().routes().stream()
                .filter(route -> route.load() != Load.LIVE)
                .toList();

        Set<Integer> seen = new TreeSet<>();
        var requests = new FuzzRequests(tenant, form, destination);

        for (int seed = 0; seed < REQUESTS; seed++) {
            var random = new Random(seed);
            byte[] request = requests.about(random, routes.get(random.nextInt(routes.size())));
            String answer = send(request);
            seen.add(status(answer));

            assertThat(status(answer))
                    .as("seed %d: %s", seed, excerpt(request))
                    .satisfiesAnyOf(
                            status -> assertThat(status).isBetween(200, 499),
                            status -> assertThat(status).isIn(501, 505));
        }
        assertThat(FAILURES).isEmpty();
        assertThat(server.anybody().get("/health/ready").status()).isEqualTo(200);
        // It reached what lies behind each of the doors.
        assertThat(seen).contains(200, 201, 202, 204, 400, 401, 404, 405, 406, 409, 412, 413, 415, 422, 428);
    }

    @Test
    void no_broken_framing_makes_the_server_fail() throws Exception {
        String head = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        String post = "POST /api/v1/forms/" + form + "/feedback" + head + "Content-Type: application/json\r\n";
        List<String> broken = List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://other/version" + head + "\r\n",
                "GET *" + head + "\r\n",
                "CONNECT x:1" + head + "\r\n",
                "TRACE /version" + head + "\r\n",
                "get /version" + head + "\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /version" + head + "Host: y\r\n\r\n",
                "GET /version" + head + ": empty\r\n\r\n",
                "GET /version" + head + "no colon\r\n\r\n",
                "GET /version" + head + "A : b\r\n\r\n",
                "GET /version" + head + " folded\r\n\r\n",
                "GET /version" + head + "N\u0000L: \u0000\r\n\r\n",
                "GET /version" + head + "Content-Length: 5\r\n\r\nhello",
                "GET /\u00e4\u0000" + head + "\r\n",
                "GET /version?" + "a=b&".repeat(25_000) + head + "\r\n",
                "GET /version#fragment" + head + "\r\n",
                "GET /" + "../".repeat(500) + head + "\r\n",
                "GET " + "/a".repeat(5_000) + head + "\r\n",
                "GET /version" + head + "X: y\r\n".repeat(5_000) + "\r\n",
                post + "Content-Length: -1\r\n\r\n{}",
                post + "Content-Length: 99999999999999999999\r\n\r\n{}",
                post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                post + "Content-Length: 2, 2\r\n\r\n{}",
                post + "Content-Length: two\r\n\r\n{}",
                post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip\r\n\r\n{}",
                post + "Transfer-Encoding: chunked, gzip\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n2;" + "e".repeat(10_000) + "\r\n{}\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n",
                post + "Content-Length: 0\r\n\r\n",
                post + "\r\n{}");

        for (String request : broken) {
            String answer = send(request.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(answer.isEmpty() || status(answer) < 500 || status(answer) == 501 || status(answer) == 505)
                    .as(excerpt(request.getBytes(StandardCharsets.ISO_8859_1)) + " → " + answer)
                    .isTrue();
        }
        assertThat(FAILURES).isEmpty();
        assertThat(server.anybody().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void no_byte_that_is_changed_in_a_request_makes_the_server_fail() throws Exception {
        String body =
                "{\"answers\":{\"why\":\"x\",\"score\":2,\"where\":{\"other\":\"y\"}},\"respondent\":{\"ref\":\"c\"}}";
        byte[] request = ("POST /api/v1/forms/" + form + "/feedback HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);

        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            byte[] changed = request.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            String answer = send(changed);

            assertThat(answer.isEmpty() || status(answer) < 500 || status(answer) == 501 || status(answer) == 505)
                    .as("seed %d: %s → %s", seed, excerpt(changed), answer)
                    .isTrue();
        }
        assertThat(FAILURES).isEmpty();
    }

    /// Sends the request and answers what comes back; a client that has said all it had to say hangs up its side.
    private static String send(byte[] request) throws IOException {
        try (var raw = new RawClient(server.adapter().port())) {
            try {
                raw.send(request);
                raw.shutdownOutput();
            } catch (SocketException closedEarly) {
                // It was refused before all of it was sent; what was answered may still be there.
                assertThat(closedEarly).isNotNull();
            }
            try {
                return raw.readToEnd();
            } catch (SocketException reset) {
                return "";
            }
        }
    }

    private static int status(String received) {
        String answer = received.replace("HTTP/1.1 100 Continue\r\n\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String excerpt(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(2_000, text.length()));
    }
}

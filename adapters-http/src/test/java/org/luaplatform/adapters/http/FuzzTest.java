package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "999999999999999999999999",
            "1e400",
            "null",
            "true",
            "%00",
            "%",
            "%zz",
            "%C3%28",
            "%F0%9F%98%80",
            "..%2f..%2fetc",
            "' OR 1=1 --",
            "{\"$gt\":\"\"}",
            "a".repeat(3_000),
            "2026-11-25T10:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01",
            "Europe/Berlin",
            "+18:00",
            "SYSTEM",
            "hour",
            "csv",
            "positive",
            "de-AT",
            "x-x-x-x-x");

    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"2026-11-25\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"https://[::1]:99999/\"",
            "\"PT999999999999999999H\"",
            "\"P999999999D\"",
            "\"feedback.analysed\"",
            "\"theme.changed\"",
            "\"longText\"",
            "\"rating\"",
            "\"multipleChoice\"",
            "\"a\"",
            "[]",
            "{}",
            "[[[[[]]]]]",
            "{\"other\":\"x\"}",
            "\"" + "ü".repeat(500) + "\"");

    /// A value behind its name that is neither an object nor a list.
    private static final Pattern VALUE = Pattern.compile(":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[-0-9a-z.]+)");

    private static final List<String> VALID = List.of("""
            {"title": "T", "description": "D", "language": "en", "fields": [
              {"key": "a", "type": "shortText", "label": "A", "maxLength": 10},
              {"key": "b", "type": "rating", "label": "B", "scale": 5, "required": true},
              {"key": "c", "type": "multipleChoice", "label": "C", "atLeast": 1, "atMost": 1, "other": true,
               "options": [{"key": "x", "label": "X"}], "visibleWhen": {"field": "b", "in": [1]}},
              {"key": "d", "type": "number", "label": "D", "min": 1, "max": 2, "integer": true},
              {"key": "e", "type": "date", "label": "E", "min": "2026-01-01", "max": "2026-02-01"}],
             "translations": {"de": {"title": "T", "fields": {"a": {"label": "A", "options": {"x": "X"}}}}},
             "settings": {"public": true, "allowedOrigins": []}}""", """
            {"answers": {"why": "x", "score": 2, "where": {"other": "y"}}, "language": "en", "channel": "widget",
             "respondent": {"ref": "c", "attributes": {"plan": "gold"}}, "occurredAt": "2026-11-25T10:00:00Z"}""", """
            {"type": "webhook", "name": "N", "url": "https://desk.example/"}""", """
            {"name": "N", "when": "metric.crossed", "enabled": true, "destinations": ["DESTINATION"],
             "threshold": {"metric": "nps", "direction": "below", "bound": 1.5, "window": "P7D"},
             "conditions": [{"field": "form", "op": "is", "value": "f"}]}""", """
            {"name": "N", "when": "theme.changed", "destinations": ["DESTINATION"],
             "threshold": {"measure": "share", "atLeast": 1.5, "window": "P7D"}, "conditions": []}""", """
            {"name": "N", "scopes": ["forms:read"], "expiresAt": "2090-01-01T00:00:00Z"}""");

    private static final List<String> FIELDS = List.of(
            "title",
            "description",
            "language",
            "fields",
            "translations",
            "settings",
            "key",
            "type",
            "label",
            "help",
            "required",
            "visibleWhen",
            "field",
            "in",
            "maxLength",
            "options",
            "other",
            "atLeast",
            "atMost",
            "min",
            "max",
            "integer",
            "scale",
            "public",
            "allowedOrigins",
            "answers",
            "channel",
            "respondent",
            "ref",
            "attributes",
            "occurredAt",
            "why",
            "score",
            "where",
            "name",
            "scopes",
            "expiresAt",
            "url",
            "secret",
            "when",
            "threshold",
            "measure",
            "metric",
            "direction",
            "bound",
            "window",
            "conditions",
            "op",
            "value",
            "destinations",
            "enabled",
            "",
            "$where",
            "__proto__",
            "a.b",
            "~1",
            "\\u0000");

    private static final List<String> HEADERS = List.of(
            "If-Match: \"0\"",
            "If-Match: *",
            "If-Match: W/\"1\"",
            "If-Match: \"99999999999999999999\"",
            "If-None-Match: *",
            "Accept: text/html",
            "Accept: ;;;,,,q=",
            "Accept: application/json;q=0, */*;q=0.000",
            "Accept-Encoding: gzip",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: ;",
            "Content-Type: application/json; charset=\"UTF-8\"",
            "Content-Type: multipart/form-data",
            "Content-Encoding: gzip",
            "Idempotency-Key: ",
            "Idempotency-Key: one",
            "Idempotency-Key: " + "k".repeat(300),
            "Origin: null",
            "Origin: https://evil.example",
            "Origin: ://",
            "X-Forwarded-For: 1.2.3.4, ::1, unknown, %",
            "X-Request-Id: \u00ff\u0001",
            "traceparent: 00-zz-zz-01",
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "Expect: 100-continue",
            "Expect: the-unexpected",
            "Authorization: Basic YTpi",
            "Authorization: Bearer",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "Range: bytes=0-1",
            "Cookie: " + "c".repeat(2_000));

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

        for (int seed = 0; seed < REQUESTS; seed++) {
            var random = new Random(seed);
            byte[] request = request(random, pick(random, routes));
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

    private static byte[] request(Random random, Route route) {
        var text = new StringBuilder();
        String method = random.nextInt(5) == 0
                ? pick(random, List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "FROB"))
                : route.method();
        text.append(method).append(' ').append(path(random, route)).append(query(random, route));
        text.append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        if (random.nextInt(4) != 0) {
            text.append("Authorization: Bearer ").append(tenant.token()).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(pick(random, HEADERS)).append("\r\n");
        }
        if (random.nextInt(3) == 0 && (method.equals("GET") || method.equals("HEAD"))) {
            return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        String body = body(random);
        byte[] bytes = body.getBytes(random.nextInt(10) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (text.indexOf("Content-Type") < 0 && random.nextInt(10) != 0) {
            text.append("Content-Type: application/json\r\n");
        }
        text.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        byte[] head = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    private static String path(Random random, Route route) {
        String path = route.template();
        while (path.contains("{")) {
            int from = path.indexOf('{');
            int to = path.indexOf('}');
            String name = path.substring(from + 1, to);
            String value = random.nextInt(3) == 0
                    ? pick(random, VALUES).replace(' ', '+').replace("\"", "%22")
                    : switch (name) {
                        case "org" -> tenant.id();
                        case "form" -> form;
                        case "destination" -> destination;
                        default -> "0123456789abcdefghjkmnpqrs";
                    };
            path = path.substring(0, from) + value.replace("{", "%7B").replace("}", "%7D") + path.substring(to + 1);
        }
        return path;
    }

    private static String query(Random random, Route route) {
        if (route.parameters().isEmpty() && random.nextInt(5) != 0) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = route.parameters().isEmpty() || random.nextInt(8) == 0
                    ? pick(random, VALUES)
                    : pick(random, route.parameters());
            pairs.add((name + "=" + pick(random, VALUES)).replace(' ', '+').replace("\"", "%22"));
        }
        if (route.parameters().contains("form") && random.nextBoolean()) {
            pairs.add("form=" + form);
        }
        return "?" + String.join("&", pairs);
    }

    private static String body(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "[".repeat(10_000);
            case 2 -> "{\"a\":".repeat(33) + "1" + "}".repeat(33);
            case 3 -> "\u00ff\u00fe" + object(random, 0);
            case 4 -> object(random, 0).substring(1);
            case 5 -> "{\"title\":\"" + "x".repeat(270_000) + "\"}";
            case 6, 7, 8, 9 -> nearlyValid(random);
            default -> object(random, 0);
        };
    }

    /// What one of the resources takes, with up to three of its values replaced.
    private static String nearlyValid(Random random) {
        String body = pick(random, VALID).replace("DESTINATION", destination);
        for (int i = random.nextInt(4); i > 0; i--) {
            List<MatchResult> values = VALUE.matcher(body).results().toList();
            MatchResult value = pick(random, values);
            body = body.substring(0, value.start(1)) + pick(random, JSON_VALUES) + body.substring(value.end(1));
        }
        return body;
    }

    private static String object(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            fields.add("\"" + pick(random, FIELDS) + "\":" + value(random, depth + 1));
        }
        return "{" + String.join(",", fields.stream().distinct().toList()) + "}";
    }

    private static String value(Random random, int depth) {
        return switch (depth > 4 ? 0 : random.nextInt(5)) {
            case 1 -> object(random, depth);
            case 2 -> "[" + object(random, depth) + "," + value(random, depth + 1) + "]";
            default -> pick(random, JSON_VALUES);
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

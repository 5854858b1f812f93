package org.luaplatform.adapters.http.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.Principal;

/// The server under requests that behave, and under some that do not.
final class HttpServerTest {

    private static final HttpLimits LIMITS = new HttpLimits(
            50,
            2,
            1,
            1,
            1_000,
            8 * 1024,
            4 * 1024,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));

    private final CountDownLatch entered = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Health health = new Health(List.of());
    private HttpServer server = serve();

    @BeforeEach
    void start() {
        server.start();
        health.started();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
        client.close();
    }

    private HttpServer serve() {
        RouteTable table = RouteTable.builder()
                .addAll(health)
                .add(Route.get(
                                "/hello/{name}",
                                exchange -> Reply.json(
                                        200,
                                        new JsonWriter()
                                                .startObject()
                                                .field("name", exchange.variable("name"))
                                                .endObject()))
                        .taking("greeting")
                        .forEverybody())
                .add(Route.post("/echo", exchange -> Reply.bytes(200, "application/json", exchange.jsonBytes()))
                        .forEverybody())
                .add(Route.get("/slow", _ -> {
                            entered.countDown();
                            await(release);
                            return Reply.empty(204);
                        })
                        .forEverybody())
                .add(Route.get("/bug", _ -> {
                            throw new IllegalStateException("the password is hunter2");
                        })
                        .forEverybody())
                .add(Route.get("/outage", _ -> {
                            throw new Unavailable("MongoDB");
                        })
                        .forEverybody())
                .add(Route.get(
                                "/broken-stream",
                                _ -> Reply.stream(200, "text/csv", out -> {
                                    out.write("half".getBytes(StandardCharsets.UTF_8));
                                    out.flush();
                                    throw new IllegalStateException("no more");
                                }))
                        .as(Load.BULK)
                        .producing("*/*")
                        .forEverybody())
                .build();
        return new HttpServer(table, "127.0.0.1", 0, LIMITS, List.of(), OpenTelemetry.noop(), token -> {
            if (token.isPresent()) {
                throw new Unauthenticated("credentials-invalid", "no");
            }
            return new Principal.Anonymous();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answers_a_known_path_with_its_variable() throws Exception {
        HttpResponse<String> answer = get("/hello/w%C3%B6rld");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"name\":\"wörld\"}");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void an_unknown_path_is_a_problem() throws Exception {
        HttpResponse<String> answer = get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"/problems/no-such-resource\",\"title\":\"No such resource\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\",\"instance\":\"/nothing\"}");
    }

    @Test
    void a_bug_is_told_nothing_about() throws Exception {
        HttpResponse<String> answer = get("/bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void an_outage_asks_to_come_back() throws Exception {
        HttpResponse<String> answer = get("/outage");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("MongoDB");
    }

    @Test
    void a_place_without_the_method_names_those_that_it_has() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/hello/x"))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void an_unknown_parameter_is_a_violation() throws Exception {
        HttpResponse<String> answer = get("/slow?x=1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"/x\"");
    }

    @Test
    void more_requests_than_can_be_answered_are_refused_but_probes_are_not() throws Exception {
        for (int i = 0; i < 2; i++) {
            var _ = client.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        assertThat(entered.await(20, TimeUnit.SECONDS)).as("both run").isTrue();

        HttpResponse<String> refused = get("/hello/x");
        HttpResponse<String> probed = get("/health/ready");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(probed.statusCode()).isEqualTo(200);
    }

    @Test
    void a_large_body_is_refused_and_the_client_gets_to_read_why() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/echo"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"a\":\"" + "x".repeat(900_000) + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_of_another_type_is_refused() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/echo"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void a_request_that_is_not_http_is_a_problem() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer = raw.send("nonsense\r\n\r\n").readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "X-Request-Id");
        }
    }

    @Test
    void too_large_headers_are_a_problem_of_their_own() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer = raw.send("GET /hello/x HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void a_too_long_address_is_a_problem_of_its_own() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer = raw.send("GET /hello/" + "y".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 414 ");
        }
    }

    @Test
    void closes_the_connection_when_the_client_asks_for_it() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer = raw.send("GET /hello/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{\"name\":\"x\"}");
        }
    }

    @Test
    void answers_head_with_the_length_alone() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer = raw.send("HEAD /hello/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readToEnd();

            assertThat(answer).contains("Content-Length: 12\r\n").endsWith("\r\n\r\n");
        }
    }

    @Test
    void hangs_up_on_a_client_that_connects_and_says_nothing() throws Exception {
        try (var raw = new RawClient(server.port())) {
            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void hangs_up_on_a_client_that_sends_its_headers_by_the_byte() throws Exception {
        try (var raw = new RawClient(server.port())) {
            raw.send("GET /hello/x HTTP/1.1\r\nHost: x\r\n");
            long began = System.nanoTime();

            assertThat(raw.readToEnd()).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void hangs_up_on_a_client_that_stops_in_its_body() throws Exception {
        try (var raw = new RawClient(server.port())) {
            raw.send(
                    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void takes_no_chunk_larger_than_its_memory() throws Exception {
        try (var raw = new RawClient(server.port())) {
            raw.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
            raw.send("Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n");

            assertThatThrownBy(() -> {
                        byte[] piece = new byte[64 * 1024];
                        for (int i = 0; i < 10_000; i++) {
                            raw.send(piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_stream_that_fails_has_no_proper_end() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String answer =
                    raw.send("GET /broken-stream HTTP/1.1\r\nHost: x\r\n\r\n").readToEnd();

            assertThat(answer).contains("half").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void keeps_a_harmless_request_id_and_replaces_any_other() throws Exception {
        try (var raw = new RawClient(server.port())) {
            String kept = raw.send("GET /hello/x HTTP/1.1\r\nHost: x\r\nX-Request-Id: abc-1\r\n\r\n")
                    .readOne();
            String replaced = raw.send("GET /hello/x HTTP/1.1\r\nHost: x\r\nX-Request-Id: <b>\r\n\r\n")
                    .readOne();

            assertThat(kept).contains("X-Request-Id: abc-1\r\n");
            assertThat(replaced).doesNotContain("<b>");
        }
    }

    @Test
    void draining_lets_running_requests_end() throws Exception {
        var running = client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var _ = client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(entered.await(20, TimeUnit.SECONDS)).as("both run").isTrue();
        Thread.ofVirtual().start(release::countDown);

        boolean ended = server.drain(Duration.ofSeconds(5));

        assertThat(ended).isTrue();
        assertThat(running.get().statusCode()).isEqualTo(204);
    }

    @Test
    void a_taken_port_is_said_in_one_sentence() {
        var second = new HttpServer(
                RouteTable.builder().build(),
                "127.0.0.1",
                server.port(),
                LIMITS,
                List.of(),
                OpenTelemetry.noop(),
                _ -> new Principal.Anonymous());

        assertThatThrownBy(second::start)
                .isInstanceOf(CannotListen.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1:" + server.port());
    }

    @Test
    void an_unauthenticated_caller_is_challenged() {
        assertThat(Problem.of(new Unauthenticated("credentials-invalid", "no"))
                        .toReply("/", Optional.empty())
                        .headers())
                .anyMatch(header -> header.name().equals("WWW-Authenticate"));
    }
}

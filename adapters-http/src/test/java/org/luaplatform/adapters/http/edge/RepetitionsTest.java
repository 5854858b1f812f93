package org.luaplatform.adapters.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.SecretBox;

/// Requests that come twice, because their first answer got lost.
final class RepetitionsTest {

    private static final OrganizationId ACME = new OrganizationId("acme");

    private final RepeatedRequests memory = new MemoryAdapter().repeatedRequests();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
    private final AtomicInteger ids = new AtomicInteger();
    private final Set<String> made = new HashSet<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean blocking;
    private final Repetitions repetitions = new Repetitions(
            memory, new SecretBox(new byte[32], new SecureRandom()), () -> "id" + ids.incrementAndGet(), now::get);
    private final HttpServer server = new HttpServer(
            RouteTable.builder().add(Route.post("/things", this::create)).build(),
            "127.0.0.1",
            0,
            HttpLimits.DEFAULT,
            List.of(),
            OpenTelemetry.noop(),
            _ -> new Principal.KeyHolder(new ApiKeyId("key"), ACME, Set.of(Scope.FORMS_WRITE)));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
        http.close();
    }

    private Reply create(Exchange exchange) {
        byte[] body = exchange.jsonBytes();
        return repetitions.once(exchange, body, this::make, id -> reply(id).with(io.helidon.http.HeaderNames.AGE, "1"));
    }

    private Reply make(String id) {
        if (blocking) {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        if (failing.getAndDecrement() > 0) {
            throw new Unavailable("store");
        }
        synchronized (made) {
            if (!made.add(id)) {
                throw new Conflict("already-there", "There is one.");
            }
        }
        return reply(id);
    }

    private static Reply reply(String id) {
        return Reply.json(201, new JsonWriter().startObject().field("id", id).endObject())
                .with(io.helidon.http.HeaderNames.LOCATION, "/things/" + id);
    }

    private HttpResponse<String> post(String key, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/things"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_first_answer_is_given_again() throws Exception {
        HttpResponse<String> first = post("a", "{}");
        HttpResponse<String> again = post("a", "{}");
        HttpResponse<String> other = post("b", "{}");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(other.body()).isNotEqualTo(first.body());
    }

    @Test
    void another_request_under_the_same_key_is_refused() throws Exception {
        post("a", "{}");

        assertThat(post("a", "{\"x\":1}").statusCode()).isEqualTo(422);
        assertThat(post("", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void a_request_that_met_an_outage_may_try_again_at_once() throws Exception {
        failing.set(1);

        int first = post("a", "{}").statusCode();
        int again = post("a", "{}").statusCode();

        assertThat(List.of(first, again)).containsExactly(503, 201);
        assertThat(made).hasSize(1);
    }

    @Test
    void while_the_first_is_answered_its_repetition_has_to_wait() throws Exception {
        blocking = true;
        var first = http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/things"))
                        .header("Idempotency-Key", "a")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        entered.await();

        HttpResponse<String> meanwhile = post("a", "{}");
        release.countDown();

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        assertThat(first.get().statusCode()).isEqualTo(201);
    }

    @Test
    void what_a_request_that_died_has_made_is_found_and_not_made_again() throws Exception {
        var key = new RepeatedRequests.Key("a");
        String fingerprint = Repetitions.fingerprint(
                "POST /things\n".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8));
        memory.remember(ACME, key, fingerprint, "lost", now.get());
        made.add("lost");

        int tooEarly = post("a", "{}").statusCode();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        HttpResponse<String> later = post("a", "{}");

        assertThat(tooEarly).isEqualTo(409);
        assertThat(later.body()).isEqualTo("{\"id\":\"lost\"}");
        assertThat(later.headers().firstValue("Age")).isPresent();
        assertThat(made).hasSize(1);
    }

    @Test
    void what_is_remembered_shows_no_secret() throws Exception {
        String answer = post("a", "{}").body();
        String fingerprint = Repetitions.fingerprint(
                "POST /things\n".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8));

        var remembered = memory.remember(ACME, new RepeatedRequests.Key("a"), fingerprint, "x", now.get());

        assertThat(remembered).isInstanceOf(RepeatedRequests.Remembered.Answered.class);
        assertThat(remembered.toString()).doesNotContain(answer).doesNotContain("id1");
        assertThat(Optional.of(answer)).hasValue("{\"id\":\"id1\"}");
    }
}

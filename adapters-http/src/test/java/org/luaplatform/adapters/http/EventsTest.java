package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.http.edge.RawClient;

/// Live news.
final class EventsTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(
                settings -> new HttpSettings(
                        settings.host(),
                        settings.port(),
                        TestServer.tight(),
                        settings.trustedProxies(),
                        settings.reading(),
                        settings.collecting(),
                        settings.perKey(),
                        settings.version()),
                io.opentelemetry.api.OpenTelemetry.noop());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawClient follow(TestServer.Tenant tenant) throws Exception {
        return new RawClient(server.adapter().port())
                .send("GET " + tenant.path("/events")
                        + " HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 7\r\nAuthorization: Bearer " + tenant.token()
                        + "\r\n\r\n");
    }

    @Test
    void news_arrives_while_it_happens_and_only_that_of_the_organization() throws Exception {
        var tenant = server.tenant();
        var other = server.tenant();
        try (var reader = follow(tenant)) {
            String greeting = reader.readUntil("retry: 3000\n\n");

            server.publish(other.id(), "feedback.received");
            server.publish(tenant.id(), "feedback.analysed");
            String news = reader.readUntil("\n\n");

            assertThat(greeting).contains("HTTP/1.1 200 OK", "Content-Type: text/event-stream");
            assertThat(news).contains("event: feedback.analysed\ndata: {\"type\":\"feedback.analysed\",\"at\":\"");
            assertThat(news).contains("\"facts\":{\"id\":\"x\"}}").doesNotContain("feedback.received");
        }
    }

    @Test
    void who_does_not_read_is_hung_up_on() throws Exception {
        var tenant = server.tenant();
        try (var reader = follow(tenant)) {
            reader.readUntil("retry: 3000\n\n");

            // More than the system's own buffers and ours take together.
            for (int i = 0; i < 20_000; i++) {
                server.publish(tenant.id(), "x".repeat(2_000));
            }

            assertThat(reader.drain(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void more_readers_than_there_is_room_for_are_refused() throws Exception {
        var tenant = server.tenant();
        try (var first = follow(tenant);
                var second = follow(tenant);
                var third = follow(tenant);
                var fourth = follow(tenant)) {
            for (RawClient reader : new RawClient[] {first, second, third, fourth}) {
                reader.readUntil("retry: 3000\n\n");
            }

            Answer refused = tenant.client().get(tenant.path("/events"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(tenant.client().get(tenant.path("/forms")).status()).isEqualTo(200);
        }
    }

    @Test
    void a_stream_ends_when_the_server_is_about_to_stop() throws Exception {
        try (var stopping = new TestServer()) {
            var tenant = stopping.tenant();
            try (var reader = new RawClient(stopping.adapter().port())) {
                reader.send("GET " + tenant.path("/events") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + tenant.token() + "\r\n\r\n");
                reader.readUntil("retry: 3000\n\n");

                boolean ended = stopping.adapter().drain(Duration.ZERO, Duration.ofSeconds(10));

                assertThat(ended).isTrue();
                assertThat(reader.readToEnd()).endsWith("0\r\n\r\n");
                assertThat(stopping.anybody().get("/health/ready").status()).isEqualTo(503);
                assertThat(stopping.anybody().get("/health/live").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_client_that_does_not_take_events_is_told_so() {
        var tenant = server.tenant();

        assertThat(tenant.client()
                        .with("Accept", "application/json")
                        .get(tenant.path("/events"))
                        .status())
                .isEqualTo(406);
    }
}

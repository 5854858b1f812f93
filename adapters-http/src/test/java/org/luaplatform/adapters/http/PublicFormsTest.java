package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.RateLimiter;

/// What respondents and the pages that they look at can do.
final class PublicFormsTest {

    private static TestServer server;
    private static TestServer.Tenant tenant;

    @BeforeAll
    static void start() {
        server = new TestServer();
        tenant = server.tenant();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String form(String settings) {
        return server.openForm(tenant, """
                {"title": "Visit", "description": "Short", "language": "en",
                 "fields": [{"key": "why", "type": "shortText", "label": "Why?"},
                            {"key": "where", "type": "singleChoice", "label": "Where?",
                             "options": [{"key": "n", "label": "North"}, {"key": "s", "label": "South"}]}],
                 "translations": {"de": {"title": "Besuch", "fields": {
                    "why": {"label": "Warum?"}, "where": {"options": {"n": "Norden"}}}}},
                 "settings": SETTINGS}
                """.replace("SETTINGS", settings));
    }

    @Test
    void everybody_can_open_a_public_form() {
        String id = form("{}");

        Answer form = server.anybody().get("/api/v1/public/forms/" + id);

        assertThat(form.text("/id")).isEqualTo(id);
        assertThat(form.text("/version")).isEqualTo("1");
        assertThat(form.text("/fields/1/options/1/label")).isEqualTo("South");
        assertThat(form.json().has("settings")).isFalse();
    }

    @Test
    void a_form_is_shown_in_the_language_that_comes_nearest() {
        String path = "/api/v1/public/forms/" + form("{}");

        Answer german = server.anybody().get(path + "?language=de-AT");
        Answer french = server.anybody().get(path + "?language=fr");
        Answer impossible = server.anybody().get(path + "?language=no+language");

        assertThat(german.text("/title")).isEqualTo("Besuch");
        assertThat(german.text("/description")).isEqualTo("Short");
        assertThat(german.text("/fields/0/label")).isEqualTo("Warum?");
        assertThat(german.text("/fields/1/label")).isEqualTo("Where?");
        assertThat(german.text("/fields/1/options/0/label")).isEqualTo("Norden");
        assertThat(german.text("/fields/1/options/1/label")).isEqualTo("South");
        assertThat(french.text("/title")).isEqualTo("Visit");
        assertThat(impossible.pointers()).containsExactly("/language");
    }

    @Test
    void what_a_browser_has_already_is_not_sent_again() {
        String path = "/api/v1/public/forms/" + form("{}");
        String etag = server.anybody().get(path).header("ETag").orElseThrow();

        Answer again = server.anybody().with("If-None-Match", etag).get(path);
        Answer german = server.anybody().with("If-None-Match", etag).get(path + "?language=de");

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).hasValue(etag);
        assertThat(german.status()).isEqualTo(200);
    }

    @Test
    void a_new_publication_is_seen_at_once() {
        String id = form("{}");
        TestClient client = tenant.client();
        String before = server.anybody().get("/api/v1/public/forms/" + id).text("/title");
        String etag = client.get("/api/v1/forms/" + id).header("ETag").orElseThrow();
        client.with("If-Match", etag)
                .put(
                        "/api/v1/forms/" + id,
                        "{\"title\": \"Stay\", \"fields\": [{\"key\": \"a\", \"type\": \"yesNo\","
                                + " \"label\": \"A\"}]}");

        String edited = server.anybody().get("/api/v1/public/forms/" + id).text("/title");
        client.post("/api/v1/forms/" + id + "/publish");
        String published = server.anybody().get("/api/v1/public/forms/" + id).text("/title");
        client.post("/api/v1/forms/" + id + "/close");
        int closed = server.anybody().get("/api/v1/public/forms/" + id).status();

        assertThat(before).isEqualTo("Visit");
        assertThat(edited).isEqualTo("Visit");
        assertThat(published).isEqualTo("Stay");
        assertThat(closed).isEqualTo(409);
    }

    @Test
    void a_form_that_is_not_public_exists_only_for_its_organization() {
        String id = form("{\"public\": false}");

        assertThat(server.anybody().get("/api/v1/public/forms/" + id).status()).isEqualTo(404);
        assertThat(server.tenant().client().get("/api/v1/public/forms/" + id).status())
                .isEqualTo(404);
        assertThat(tenant.client().get("/api/v1/public/forms/" + id).status()).isEqualTo(200);
        assertThat(server.anybody()
                        .post("/api/v1/forms/" + id + "/feedback", "{\"answers\": {\"why\": \"x\"}}")
                        .status())
                .isEqualTo(404);
        assertThat(tenant.client()
                        .post("/api/v1/forms/" + id + "/feedback", "{\"answers\": {\"why\": \"x\"}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void pages_of_any_origin_may_use_a_form_that_names_none() {
        TestClient page = server.anybody().with("Origin", "https://shop.example");

        Answer form = page.get("/api/v1/public/forms/" + form("{}"));

        assertThat(form.header("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(form.header("Vary")).hasValue("Origin");
    }

    @Test
    void only_pages_of_the_origins_that_it_names_may_use_a_form() {
        String id = form("{\"allowedOrigins\": [\"https://shop.example\"]}");
        String feedback = "/api/v1/forms/" + id + "/feedback";
        TestClient ours = server.anybody().with("Origin", "https://shop.example");
        TestClient others = server.anybody().with("Origin", "https://evil.example");

        Answer allowed = ours.post(feedback, "{\"answers\": {\"why\": \"x\"}}");
        Answer refused = others.post(feedback, "{\"answers\": {\"why\": \"x\"}}");
        Answer invalid = ours.post(feedback, "{\"answers\": {}}");

        assertThat(allowed.status()).isEqualTo(201);
        assertThat(allowed.header("Access-Control-Allow-Origin")).hasValue("https://shop.example");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(others.get("/api/v1/public/forms/" + id).status()).isEqualTo(403);
        assertThat(invalid.header("Access-Control-Allow-Origin")).hasValue("https://shop.example");
    }

    @Test
    void a_browser_that_asks_before_is_answered_by_the_form() {
        String id = form("{\"allowedOrigins\": [\"https://shop.example\"]}");
        TestClient ours = server.anybody().with("Origin", "https://shop.example");
        TestClient others = server.anybody().with("Origin", "https://evil.example");

        Answer allowed = options(ours, "/api/v1/forms/" + id + "/feedback");
        Answer refused = options(others, "/api/v1/forms/" + id + "/feedback");
        Answer absent = options(ours, "/api/v1/forms/nothing/feedback");
        Answer elsewhere = options(ours, "/api/v1/forms/" + id);

        assertThat(allowed.header("Access-Control-Allow-Origin")).hasValue("https://shop.example");
        assertThat(allowed.header("Access-Control-Allow-Headers").orElseThrow()).contains("Idempotency-Key");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(absent.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(elsewhere.header("Allow")).hasValue("GET, HEAD, OPTIONS, PUT");
    }

    private static Answer options(TestClient client, String path) {
        return client.send("OPTIONS", path, HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void a_page_of_this_server_may_use_any_form() {
        String id = form("{\"allowedOrigins\": [\"https://shop.example\"]}");

        Answer form = server.anybody().with("Origin", server.uri().toString()).get("/api/v1/public/forms/" + id);

        assertThat(form.status()).isEqualTo(200);
    }

    @Test
    void who_asks_too_often_is_told_to_wait() {
        var few = Optional.of(new RateLimiter.Limit(3, Duration.ofMinutes(1)));
        try (var limited = new TestServer(
                settings -> new HttpSettings(
                        settings.host(),
                        settings.port(),
                        settings.limits(),
                        settings.trustedProxies(),
                        few,
                        few,
                        few,
                        settings.version()),
                io.opentelemetry.api.OpenTelemetry.noop())) {
            String path = "/api/v1/public/forms/" + limited.openForm(limited.tenant());

            Answer first = limited.anybody().get(path);
            limited.anybody().get(path);
            limited.anybody().get(path);
            Answer fourth = limited.anybody().get(path);
            Answer otherPolicy = limited.anybody().post(path.replace("public/", "") + "/feedback", "{}");

            assertThat(first.header("RateLimit-Policy")).hasValue("\"forms\";q=3;w=60");
            assertThat(first.header("RateLimit").orElseThrow()).startsWith("\"forms\";r=2;t=");
            assertThat(fourth.status()).isEqualTo(429);
            assertThat(Integer.parseInt(fourth.header("Retry-After").orElseThrow()))
                    .isBetween(1, 20);
            assertThat(fourth.header("RateLimit").orElseThrow()).startsWith("\"forms\";r=0;");
            assertThat(otherPolicy.status()).isEqualTo(422);
        }
    }
}

package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.domain.tenancy.Scope;

/// Who gets where: held against every route that there is, so that a new one cannot be forgotten.
final class AccessTest {

    private static TestServer server;
    private static List<Route> closed;

    @BeforeAll
    static void start() {
        server = new TestServer();
        closed = server.adapter().routes().stream()
                .filter(route -> !route.open())
                .toList();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Ids of things in an organization.
    private static Map<String, String> things(TestServer.Tenant tenant) {
        TestClient client = tenant.client();
        String form = server.openForm(tenant);
        String feedback = client.post(
                        "/api/v1/forms/" + form + "/feedback",
                        "{\"answers\": {\"why\": \"The queues are far too long\", \"score\": 1}}")
                .text("/id");
        String destination = client.post(
                        tenant.path("/destinations"), "{\"name\": \"Desk\", \"url\": \"https://desk.example\"}")
                .text("/id");
        String rule = client.post(
                        tenant.path("/rules"),
                        "{\"name\": \"All\", \"when\": \"feedback.analysed\", \"destinations\": [\"" + destination
                                + "\"]}")
                .text("/id");
        String delivery =
                client.post("/api/v1/destinations/" + destination + "/test").text("/id");
        String started = client.upload(tenant.path("/imports?form=" + form + "&format=csv"), "why,score\nToo loud,2\n")
                .text("/id");
        String key = client.get(tenant.path("/api-keys")).text("/items/0/id");
        return Map.of(
                "org", tenant.id(),
                "form", form,
                "feedback", feedback,
                "destination", destination,
                "rule", rule,
                "delivery", delivery,
                "import", started,
                "key", key,
                "number", "1",
                "theme", "0123456789abcdefghjkmnpqrs");
    }

    private static String path(Route route, Map<String, String> things) {
        String path = route.template();
        for (Map.Entry<String, String> thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return path;
    }

    private static Answer send(TestClient client, Route route, String path) {
        return send(client, route, path, body(route));
    }

    private static Answer send(TestClient client, Route route, String path, String body) {
        boolean hasBody = route.method().equals("POST") || route.method().equals("PUT");
        TestClient careful = client.with("If-Match", "\"0\"");
        return hasBody
                ? careful.with("Content-Type", "application/json")
                        .send(route.method(), path, HttpRequest.BodyPublishers.ofString(body))
                : careful.send(route.method(), path, HttpRequest.BodyPublishers.noBody());
    }

    private static String body(Route route) {
        return switch (route.template()) {
            case "/api/v1/organizations/{org}/forms", "/api/v1/forms/{form}" -> "{\"title\": \"T\"}";
            case "/api/v1/organizations/{org}/api-keys" -> "{\"name\": \"K\", \"scopes\": [\"forms:read\"]}";
            case "/api/v1/organizations/{org}/destinations", "/api/v1/destinations/{destination}" ->
                "{\"name\": \"D\", \"url\": \"https://desk.example\"}";
            case "/api/v1/organizations/{org}/rules", "/api/v1/rules/{rule}" ->
                "{\"name\": \"R\", \"when\": \"feedback.analysed\", \"destinations\": [\"none\"]}";
            default -> "{}";
        };
    }

    private static String query(Route route, Map<String, String> things) {
        return route.template().endsWith("/imports") && route.method().equals("POST")
                ? "?form=" + things.get("form") + "&format=csv"
                : "";
    }

    @Test
    void no_route_but_those_for_everybody_answers_without_a_key() {
        Map<String, String> things = things(server.tenant());

        assertThat(closed).hasSizeGreaterThan(40).allSatisfy(route -> {
            Answer answer = send(server.anybody(), route, path(route, things));

            assertThat(answer.status()).as(route.toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isPresent();
        });
    }

    @Test
    void a_key_that_is_not_valid_is_refused_everywhere() {
        Map<String, String> things = things(server.tenant());

        for (String token : List.of("lua_" + "0".repeat(64), "lua_short", "nonsense", "ümlaut")) {
            assertThat(server.adapter().routes())
                    .filteredOn(AccessTest::needsCaller)
                    .allSatisfy(route -> {
                        Answer answer = send(server.holding(token), route, path(route, things));

                        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
                    });
        }
    }

    private static boolean needsCaller(Route route) {
        return !route.open();
    }

    @Test
    void what_belongs_to_another_organization_does_not_exist() {
        Map<String, String> theirs = things(server.tenant());
        var stranger = server.tenant();
        String own = things(stranger).get("destination");

        assertThat(closed).filteredOn(route -> route.template().contains("{")).allSatisfy(route -> {
            String path = path(route, theirs) + query(route, theirs);
            Answer answer = send(stranger.client(), route, path, body(route).replace("none", own));

            assertThat(answer.status()).as(route.toString()).isEqualTo(404);
        });
    }

    @Test
    void what_does_not_exist_looks_the_same_as_what_belongs_to_others() {
        Map<String, String> theirs = things(server.tenant());
        var stranger = server.tenant();
        String absent = "0123456789abcdefghjkmnpqrs";

        for (String one : List.of("form", "feedback", "destination", "rule", "delivery")) {
            String place = one.equals("delivery") ? "deliveries" : one.equals("feedback") ? one : one + "s";
            Answer hidden = stranger.client().get("/api/v1/" + place + "/" + theirs.get(one));
            Answer missing = stranger.client().get("/api/v1/" + place + "/" + absent);

            assertThat(hidden.body().replace(theirs.get(one), absent)).isEqualTo(missing.body());
        }
    }

    @Test
    void a_key_without_scopes_that_matter_is_refused_everywhere() {
        var weak = server.tenant(EnumSet.of(Scope.EVENTS_READ));
        Map<String, String> things = Map.ofEntries(
                Map.entry("org", weak.id()),
                Map.entry("form", "f"),
                Map.entry("feedback", "f"),
                Map.entry("destination", "d"),
                Map.entry("rule", "r"),
                Map.entry("delivery", "d"),
                Map.entry("import", "i"),
                Map.entry("key", "k"),
                Map.entry("number", "1"),
                Map.entry("theme", "t"));

        assertThat(closed).filteredOn(route -> route.load() != Load.LIVE).allSatisfy(route -> {
            Answer answer = send(weak.client(), route, path(route, things) + query(route, things));

            assertThat(answer.status()).as(route.toString()).isEqualTo(403);
        });
    }

    @Test
    void a_parameter_that_a_route_does_not_have_is_refused_everywhere() {
        var tenant = server.tenant();
        Map<String, String> things = things(tenant);

        assertThat(server.adapter().routes())
                .filteredOn(route -> !route.method().equals("OPTIONS") && route.load() != Load.LIVE)
                .allSatisfy(route -> {
                    String path =
                            path(route, things).replace("{file}", "start.js").replace("{code}", "invalid");
                    Answer answer = send(tenant.client(), route, path + "?colour=red");

                    assertThat(answer.status()).as(route.toString()).isEqualTo(422);
                    assertThat(answer.pointers()).contains("/colour");
                });
    }

    @Test
    void a_revoked_key_is_of_no_use_from_the_next_request_on() {
        var tenant = server.tenant();
        Answer issued = tenant.client()
                .post(tenant.path("/api-keys"), "{\"name\": \"App\", \"scopes\": [\"forms:read\", \"feedback:read\"]}");
        TestClient app = server.holding(issued.text("/apiKey"));

        int before = app.get(tenant.path("/forms")).status();
        int revoked = tenant.client()
                .delete(tenant.path("/api-keys/" + issued.text("/id")))
                .status();
        int after = app.get(tenant.path("/forms")).status();

        assertThat(List.of(before, revoked, after)).containsExactly(200, 204, 401);
        assertThat(tenant.client().get(tenant.path("/api-keys")).text("/items/1/revokedAt"))
                .isNotEmpty();
    }

    @Test
    void nobody_hands_out_more_than_they_have() {
        var tenant = server.tenant(EnumSet.of(Scope.KEYS_WRITE, Scope.FORMS_READ));

        Answer refused = tenant.client()
                .post(tenant.path("/api-keys"), "{\"name\": \"App\", \"scopes\": [\"forms:read\", \"rules:write\"]}");

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void a_key_for_nothing_or_for_what_there_is_not_is_refused() {
        var tenant = server.tenant();

        Answer refused = tenant.client()
                .post(
                        tenant.path("/api-keys"),
                        "{\"name\": \"\", \"scopes\": [\"everything\"], \"expiresAt\": \"yesterday\"}");

        assertThat(refused.pointers()).containsExactlyInAnyOrder("/scopes", "/expiresAt");
    }

    @Test
    void the_callers_organization_can_be_read() {
        var tenant = server.tenant();

        assertThat(tenant.client().get("/api/v1/organizations/" + tenant.id()).text("/name"))
                .isEqualTo("Acme");
    }
}

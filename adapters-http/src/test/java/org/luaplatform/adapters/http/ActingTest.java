package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Destinations, rules and the ledger.
final class ActingTest {

    private static final String DESK =
            "{\"type\": \"webhook\", \"name\": \"Desk\", \"url\": \"https://desk.example/hook\"}";

    private static TestServer server;
    private TestServer.Tenant tenant;
    private TestClient client;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        tenant = server.tenant();
        client = tenant.client();
    }

    private String destination() {
        return client.post(tenant.path("/destinations"), DESK).text("/id");
    }

    private Answer rule(String rest) {
        return client.post(
                tenant.path("/rules"),
                "{\"name\": \"R\", \"destinations\": [\"" + destination() + "\"], " + rest + "}");
    }

    @Test
    void a_secret_is_shown_once() {
        Answer created = client.post(tenant.path("/destinations"), DESK);
        Answer read = client.get(created.header("Location").orElseThrow());

        assertThat(created.text("/secret")).startsWith("whsec_");
        assertThat(read.text("/url")).isEqualTo("https://desk.example/hook");
        assertThat(read.json().has("secret")).isFalse();
        assertThat(client.get(tenant.path("/destinations")).body()).doesNotContain("whsec_");
    }

    @Test
    void a_repeated_request_shows_the_same_secret_and_makes_one_destination() {
        TestClient careful = client.with("Idempotency-Key", "desk");

        Answer first = careful.post(tenant.path("/destinations"), DESK);
        Answer again = careful.post(tenant.path("/destinations"), DESK);
        Answer other = careful.post(tenant.path("/destinations"), DESK.replace("Desk", "Disk"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(client.get(tenant.path("/destinations")).json().path("items"))
                .hasSize(1);
    }

    @Test
    void a_request_that_was_refused_can_be_sent_again_under_its_key() {
        String rule = "{\"name\": \"R\", \"when\": \"feedback.analysed\", \"destinations\": [\"none\"]}";
        TestClient careful = client.with("Idempotency-Key", "rule");

        Answer refused = careful.post(tenant.path("/rules"), rule);
        Answer again = careful.post(tenant.path("/rules"), rule);

        assertThat(refused.pointers()).containsExactly("/destinations/0");
        assertThat(again.pointers()).containsExactly("/destinations/0");
    }

    @Test
    void a_secret_can_be_replaced() {
        String path = "/api/v1/destinations/" + destination();

        Answer ours = client.post(path + "/secret");
        Answer theirs = client.post(path + "/secret", "{\"secret\": \"whsec_" + "A".repeat(40) + "\"}");
        Answer bad = client.post(path + "/secret", "{\"secret\": \"short\"}");

        assertThat(ours.text("/secret")).startsWith("whsec_");
        assertThat(ours.text("/oldSecretUntil")).isNotEmpty();
        assertThat(theirs.text("/secret")).isEqualTo("whsec_" + "A".repeat(40));
        assertThat(bad.pointers()).containsExactly("/secret");
    }

    @Test
    void a_destination_is_edited_and_removed_only_as_it_was_seen() {
        String path = "/api/v1/destinations/" + destination();

        assertThat(client.put(path, DESK).status()).isEqualTo(428);
        assertThat(client.with("If-Match", "\"7\"").put(path, DESK).status()).isEqualTo(412);
        Answer edited = client.with("If-Match", "\"0\"").put(path, DESK.replace("Desk", "Help desk"));
        assertThat(edited.text("/name")).isEqualTo("Help desk");
        assertThat(client.delete(path).status()).isEqualTo(428);
        assertThat(client.with("If-Match", edited.header("ETag").orElseThrow())
                        .delete(path)
                        .status())
                .isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_destination_that_rules_use_stays() {
        Answer rule = rule("\"when\": \"feedback.analysed\"");
        String path = "/api/v1/destinations/" + rule.text("/destinations/0");

        assertThat(client.with("If-Match", "*").delete(path).text("/type")).isEqualTo("/problems/destination-in-use");
    }

    @Test
    void everything_wrong_with_a_destination_is_told_at_once() {
        Answer refused = client.post(
                tenant.path("/destinations"),
                "{\"type\": \"fax\", \"url\": \"ftp://x\", \"secret\": 5, \"colour\": 1}");

        assertThat(refused.pointers()).containsExactlyInAnyOrder("/type", "/name", "/secret", "/colour");
        assertThat(client.post(tenant.path("/destinations"), "{\"name\": \"\", \"url\": \"ftp://x\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/name", "/url");
    }

    @Test
    void a_test_goes_into_the_ledger() {
        String destination = destination();

        Answer sent = client.post("/api/v1/destinations/" + destination + "/test");
        Answer read = client.get(sent.header("Location").orElseThrow());
        Answer listed = client.get(tenant.path("/deliveries?state=pending&destination=" + destination));
        Answer replayed = client.post(sent.header("Location").orElseThrow() + "/replay");

        assertThat(sent.status()).isEqualTo(202);
        assertThat(read.text("/event/type")).isEqualTo("destination.test");
        assertThat(listed.text("/items/0/id")).isEqualTo(sent.text("/id"));
        assertThat(replayed.text("/state")).isEqualTo("pending");
        assertThat(client.get(tenant.path("/deliveries?state=dead")).json().path("items"))
                .isEmpty();
        assertThat(client.get(tenant.path("/deliveries?state=lost&destination=!"))
                        .pointers())
                .containsExactlyInAnyOrder("/state", "/destination");
        assertThat(client.post("/api/v1/destinations/" + destination + "/replay")
                        .text("/replayed"))
                .isEqualTo("0");
        assertThat(client.post("/api/v1/destinations/" + destination + "/enable")
                        .text("/state"))
                .isEqualTo("active");
    }

    @Test
    void a_rule_reads_back_as_it_was_written() {
        String conditions = """
                [{"field": "sentiment", "op": "is", "value": "negative"},
                 {"field": "language", "op": "isNot", "value": ["de", "fr"]},
                 {"field": "score", "op": "atMost", "value": 40},
                 {"field": "sentimentScore", "op": "atLeast", "value": -0.5}]
                """;

        Answer created = rule("\"when\": \"feedback.analysed\", \"enabled\": false, \"conditions\": " + conditions);
        Answer read = client.get(created.header("Location").orElseThrow());

        assertThat(created.status()).isEqualTo(201);
        assertThat(read.json().path("conditions")).isEqualTo(Description.read(conditions));
        assertThat(read.json().path("enabled").asBoolean()).isFalse();
        assertThat(client.get(tenant.path("/rules")).text("/items/0/id")).isEqualTo(created.text("/id"));
    }

    @Test
    void thresholds_read_back_as_they_were_written() {
        String theme = "{\"measure\":\"share\",\"atLeast\":12.5,\"window\":\"P14D\"}";
        String metric = "{\"metric\":\"negativeShare\",\"direction\":\"above\",\"bound\":30,\"window\":\"PT12H\"}";

        Answer first = rule("\"when\": \"theme.changed\", \"threshold\": " + theme);
        Answer second = rule("\"when\": \"metric.crossed\", \"threshold\": " + metric);

        assertThat(first.json().path("threshold")).isEqualTo(Description.read(theme));
        assertThat(second.json().path("threshold")).isEqualTo(Description.read(metric));
    }

    @Test
    void everything_wrong_with_a_rule_is_told_at_once() {
        Answer refused = client.post(tenant.path("/rules"), """
                {"name": "", "when": "theme.changed", "threshold": {"measure": "colour", "window": "soon"},
                 "conditions": [{"field": "score", "op": "is", "value": 5}, {"field": "x", "op": "y"}, 7],
                 "destinations": [5], "colour": "red"}
                """);

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/threshold/measure",
                        "/threshold/atLeast",
                        "/threshold/window",
                        "/conditions/0/op",
                        "/conditions/1/field",
                        "/conditions/1/op",
                        "/conditions/1/value",
                        "/conditions/2",
                        "/destinations/0",
                        "/colour");
        assertThat(rule("\"when\": \"never\"").pointers()).containsExactly("/when");
        assertThat(rule("\"when\": \"metric.crossed\"").pointers()).containsExactly("/threshold");
        assertThat(rule("\"when\": \"feedback.analysed\", \"threshold\": {}").pointers())
                .containsExactly("/threshold");
        assertThat(rule("\"when\": \"metric.crossed\", \"threshold\": {\"metric\": \"nps\", \"direction\": \"below\","
                                + " \"bound\": 1e300, \"window\": \"PT1S\"}")
                        .pointers())
                .containsExactly("/threshold/window");
    }

    @Test
    void a_rule_is_edited_and_removed_only_as_it_was_seen() {
        Answer created = rule("\"when\": \"feedback.analysed\"");
        String path = created.header("Location").orElseThrow();
        String content = "{\"name\": \"Renamed\", \"when\": \"feedback.analysed\", \"destinations\": [\""
                + created.text("/destinations/0") + "\"]}";

        assertThat(client.put(path, content).status()).isEqualTo(428);
        assertThat(client.with("If-Match", "\"0\"").put(path, content).text("/name"))
                .isEqualTo("Renamed");
        assertThat(client.with("If-Match", "\"0\"").delete(path).status()).isEqualTo(412);
        assertThat(client.with("If-Match", "\"1\"").delete(path).status()).isEqualTo(204);
    }

    @Test
    void feedback_that_a_rule_waits_for_is_delivered() {
        String form = server.openForm(tenant);
        rule("\"when\": \"feedback.analysed\", \"conditions\": [{\"field\": \"sentiment\", \"op\": \"is\","
                + " \"value\": \"negative\"}]");
        server.anybody()
                .post(
                        "/api/v1/forms/" + form + "/feedback",
                        "{\"answers\": {\"why\": \"Terrible, awful service. I am angry.\", \"score\": 1}}");

        server.understandAll();

        Answer ledger = client.get(tenant.path("/deliveries"));
        assertThat(ledger.text("/items/0/event/type")).isEqualTo("feedback.analysed");
        assertThat(ledger.text("/items/0/ruleId")).isNotEmpty();
    }
}

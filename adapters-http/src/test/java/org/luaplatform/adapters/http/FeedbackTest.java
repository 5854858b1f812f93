package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Feedback, from the respondent's answer to what it says.
final class FeedbackTest {

    private static TestServer server;
    private TestServer.Tenant tenant;
    private TestClient client;
    private String form;
    private String feedback;

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
        form = server.openForm(tenant);
        feedback = "/api/v1/forms/" + form + "/feedback";
    }

    private Answer collect(String answers) {
        return server.anybody().post(feedback, "{\"answers\": " + answers + "}");
    }

    @Test
    void an_answer_is_acknowledged_with_its_id() {
        Answer receipt = server.anybody().post(feedback, """
                {"answers": {"why": "Shorter queues", "score": 2, "where": "north"}, "language": "en",
                 "channel": "widget", "respondent": {"ref": "c-17", "attributes": {"plan": "gold"}},
                 "occurredAt": "2026-11-25T10:00:00+01:00"}
                """);

        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.text("/formId")).isEqualTo(form);
        assertThat(receipt.text("/formVersion")).isEqualTo("1");
        Answer read = client.get(receipt.header("Location").orElseThrow());
        assertThat(read.text("/answers/why")).isEqualTo("Shorter queues");
        assertThat(read.text("/respondent/attributes/plan")).isEqualTo("gold");
        assertThat(read.text("/channel")).isEqualTo("widget");
        assertThat(read.text("/occurredAt")).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(read.text("/analysis")).isEqualTo("pending");
    }

    @Test
    void every_answer_that_does_not_fit_is_named() {
        Answer refused = collect("{\"score\": 6, \"where\": \"west\", \"who\": \"me\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/answers/why", "/answers/score", "/answers/where", "/answers/who");
    }

    @Test
    void everything_around_the_answers_that_is_wrong_is_named() {
        Answer refused = server.anybody().post(feedback, """
                {"answers": [], "language": "?", "channel": "No Channel", "occurredAt": "soon", "rating": 5,
                 "respondent": {"name": "Ann", "attributes": {"plan": 1}}}
                """);

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/answers",
                        "/language",
                        "/channel",
                        "/occurredAt",
                        "/rating",
                        "/respondent/ref",
                        "/respondent/name",
                        "/respondent/attributes/plan",
                        // What the form says to that is told as well.
                        "/answers/why");
    }

    @Test
    void what_is_wrong_with_the_answers_and_around_them_is_told_together() {
        Answer refused = server.anybody()
                .post(feedback, "{\"answers\": {\"score\": 9}, \"channel\": \"No\", \"colour\": \"red\"}");

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/answers/why", "/answers/score", "/channel", "/colour");
    }

    @Test
    void what_was_written_under_other_comes_back() {
        String id =
                collect("{\"why\": \"x\", \"where\": {\"other\": \"At sea\"}}").text("/id");

        assertThat(client.get("/api/v1/feedback/" + id).text("/answers/where/other"))
                .isEqualTo("At sea");
    }

    @Test
    void words_in_any_script_come_back_as_they_were() {
        String words = "Größe 😀 \\u0000 \\\" \\\\ نص 汉字 \\ud83d";
        String id = collect("{\"why\": \"" + words + "\"}").text("/id");

        assertThat(client.get("/api/v1/feedback/" + id).text("/answers/why"))
                .isEqualTo("Größe 😀 \u0000 \" \\ نص 汉字 \ufffd");
    }

    @Test
    void a_repeated_request_stores_nothing_twice() {
        TestClient careful = server.anybody().with("Idempotency-Key", "visit-1");
        String body = "{\"answers\": {\"why\": \"Once\"}}";

        Answer first = careful.post(feedback, body);
        Answer again = careful.post(feedback, body);
        Answer other = careful.post(feedback, "{\"answers\": {\"why\": \"Twice\"}}");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.pointers()).containsExactly("/Idempotency-Key");
        assertThat(client.get(tenant.path("/feedback")).json().path("items")).hasSize(1);
    }

    @Test
    void malformed_json_is_told_where_it_breaks() {
        assertThat(server.anybody().post(feedback, "{\"answers\": {\"why\": ").text("/detail"))
                .contains("line 1");
        assertThat(server.anybody().post(feedback, "").status()).isEqualTo(400);
        assertThat(server.anybody().post(feedback, "[]").status()).isEqualTo(400);
        assertThat(server.anybody().post(feedback, "{\"a\":1,\"a\":2}").status())
                .isEqualTo(400);
        assertThat(server.anybody()
                        .post(feedback, "{\"a\":".repeat(40) + "1" + "}".repeat(40))
                        .status())
                .isEqualTo(400);
        assertThat(server.anybody()
                        .post(feedback, "{\"answers\": \"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void what_it_says_is_there_once_it_was_understood() {
        String id = collect("{\"why\": \"The staff were wonderful and very friendly, thank you!\", \"score\": 5}")
                .text("/id");
        Answer before = client.get("/api/v1/feedback/" + id + "/insight");

        server.understandAll();

        Answer after = client.get("/api/v1/feedback/" + id + "/insight");
        assertThat(before.text("/type")).isEqualTo("/problems/insight-not-ready");
        assertThat(after.text("/sentiment/label")).isEqualTo("positive");
        assertThat(after.text("/language")).isEqualTo("en");
        assertThat(after.text("/answers/0/field")).isEqualTo("why");
        assertThat(client.get("/api/v1/feedback/" + id).text("/analysis")).isEqualTo("done");
    }

    @Test
    void it_is_found_by_what_it_says_and_what_it_is() {
        String good = collect("{\"why\": \"Wonderful friendly staff, thank you!\", \"score\": 5}")
                .text("/id");
        String bad = collect("{\"why\": \"Terrible queues, I am very angry\", \"score\": 1}")
                .text("/id");
        server.understandAll();

        assertThat(ids("/feedback")).containsExactly(bad, good);
        assertThat(ids("/feedback?sentiment=negative")).containsExactly(bad);
        assertThat(ids("/feedback?minScore=80")).containsExactly(good);
        assertThat(ids("/feedback?maxScore=20")).containsExactly(bad);
        assertThat(ids("/feedback?q=QUEUE")).containsExactly(bad);
        assertThat(ids("/feedback?form=" + form + "&channel=api&language=en")).containsExactly(bad, good);
        assertThat(ids("/feedback?form=nothing")).isEmpty();
        assertThat(ids("/feedback?from=2030-01-01")).isEmpty();
        assertThat(ids("/feedback?to=2030-01-01T00:00:00%2B02:00")).containsExactly(bad, good);
        assertThat(ids("/feedback?limit=1")).containsExactly(bad);
    }

    private List<String> ids(String rest) {
        return StreamSupport.stream(
                        client.get(tenant.path(rest)).json().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void a_filter_that_makes_no_sense_is_refused() {
        Answer refused =
                client.get(tenant.path("/feedback?form=Not%20an%20id&from=soon&sentiment=angry&theme=%00&minScore=-1"
                        + "&language=x&channel=A&q=" + "x".repeat(201) + "&to=%2B999999999-01-01T00:00:00Z"));

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/form", "/from", "/sentiment", "/theme", "/minScore", "/language", "/channel", "/q", "/to");
    }

    @Test
    void an_analysis_can_be_asked_for_again() {
        String id = collect("{\"why\": \"Fine\"}").text("/id");
        server.understandAll();

        int retried = client.post("/api/v1/feedback/" + id + "/retry").status();

        assertThat(retried).isEqualTo(202);
        assertThat(client.get("/api/v1/feedback/" + id).text("/analysis")).isEqualTo("pending");
        assertThat(client.get("/api/v1/analyses/backlog").json().path("pending").asInt())
                .isPositive();
        assertThat(client.get(tenant.path("/analyses/failed")).json().path("items"))
                .isEmpty();
    }

    @Test
    void what_is_exported_comes_back_by_import() {
        collect("{\"why\": \"Comma, quote \\\" and\\nline\", \"score\": 3, \"where\": {\"other\": \"=1+1\"}}");
        collect("{\"why\": \"Second\", \"score\": 4, \"where\": \"south\"}");
        server.understandAll();

        for (String format : List.of("csv", "ndjson")) {
            Answer file = client.get(tenant.path("/exports/feedback?format=" + format));
            var other = server.tenant();
            String copy = server.openForm(other);
            other.client().upload(other.path("/imports?form=" + copy + "&format=" + format), file.body());
            server.importAll();

            assertThat(file.header("Content-Disposition").orElseThrow()).contains("feedback." + format);
            assertThat(other.client().get(other.path("/feedback?q=second")).text("/items/0/answers/where"))
                    .isEqualTo("south");
            assertThat(other.client().get(other.path("/feedback?maxScore=50")).text("/items/0/answers/why"))
                    .isEqualTo("Comma, quote \" and\nline");
            assertThat(other.client().get(other.path("/feedback?maxScore=50")).text("/items/0/answers/where/other"))
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void themes_and_figures_follow_from_it() {
        for (int i = 0; i < 12; i++) {
            collect("{\"why\": \"The waiting time at the desk was terrible number " + i + "\", \"score\": 1}");
            collect("{\"why\": \"Friendly nurses helped me, lovely people " + i + "\", \"score\": 5}");
        }
        server.understandAll();

        Answer themes = client.get(tenant.path("/themes"));
        String theme = themes.text("/items/0/id");
        Answer one = client.get("/api/v1/themes/" + theme);

        assertThat(themes.json().path("items")).isNotEmpty();
        assertThat(one.text("/label")).isEqualTo(themes.text("/items/0/label"));
        assertThat(one.text("/recommendation")).isNotEmpty();
        assertThat(ids("/feedback?theme=" + theme)).isNotEmpty();
        for (String kind : List.of("volume", "ratings", "nps", "csat", "ces", "sentiment", "keywords", "themes")) {
            Answer figures = client.get(tenant.path("/statistics/" + kind + "?interval=day&timeZone=Europe/Berlin"));
            assertThat(figures.status()).isEqualTo(200);
            assertThat(figures.text("/kind")).isEqualTo(kind);
        }
        assertThat(client.get(tenant.path("/statistics/volume")).text("/total/count"))
                .isEqualTo("24");
        assertThat(client.get(tenant.path("/statistics/ratings")).text("/total/fields/0/distribution/5"))
                .isEqualTo("12");
        assertThat(client.get(tenant.path("/statistics/nps"))
                        .json()
                        .at("/total/score")
                        .isNull())
                .isTrue();
        assertThat(client.get(tenant.path("/statistics/keywords?top=1")).json().at("/total/keywords"))
                .hasSize(1);
    }

    @Test
    void figures_of_an_impossible_period_are_refused() {
        assertThat(client.get(tenant.path("/statistics/volume?interval=year&timeZone=Mars/Olympus&from=x&top=3"))
                        .pointers())
                .containsExactlyInAnyOrder("/interval", "/timeZone", "/from", "/top");
        assertThat(client.get(tenant.path("/statistics/volume?from=2026-02-01&to=2026-01-01"))
                        .pointers())
                .containsExactly("/to");
        assertThat(client.get(tenant.path("/statistics/volume?interval=hour&from=2020-01-01&to=2026-01-01"))
                        .pointers())
                .containsExactly("/interval");
        assertThat(client.get(tenant.path("/statistics/keywords?interval=hour")).pointers())
                .containsExactly("/interval");
    }
}

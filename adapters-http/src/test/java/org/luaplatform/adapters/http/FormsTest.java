package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.Scope;

/// Forms through their lives.
final class FormsTest {

    private static final String MINIMAL =
            "{\"title\": \"Visit\", \"fields\": [{\"key\": \"why\", \"type\": \"longText\","
                    + " \"label\": \"Why?\"}]}";

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

    @Test
    void a_new_form_is_a_draft() {
        Answer created = client.post(tenant.path("/forms"), MINIMAL);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/status")).isEqualTo("draft");
        assertThat(created.json().path("version").asInt(-1)).isZero();
        assertThat(created.header("ETag")).hasValue("\"0\"");
        assertThat(created.header("Location")).hasValue("/api/v1/forms/" + created.text("/id"));
    }

    @Test
    void reads_back_every_kind_of_field_as_it_was_written() {
        String fields = """
                [{"key":"a","type":"shortText","label":"A","required":true,"maxLength":80},
                 {"key":"b","type":"longText","label":"B","help":"At length","required":false,"maxLength":2000},
                 {"key":"c","type":"singleChoice","label":"C","required":false,
                  "options":[{"key":"x","label":"X"},{"key":"y","label":"Y"}],"other":true},
                 {"key":"d","type":"multipleChoice","label":"D","required":false,
                  "options":[{"key":"x","label":"X"},{"key":"y","label":"Y"}],"other":false,"atLeast":1,"atMost":2},
                 {"key":"e","type":"yesNo","label":"E","required":false},
                 {"key":"f","type":"number","label":"F","required":false,"min":1,"max":9.5,"integer":false},
                 {"key":"g","type":"date","label":"G","required":false,"min":"2026-01-01","max":"2026-12-31"},
                 {"key":"h","type":"email","label":"H","required":false},
                 {"key":"i","type":"rating","label":"I","required":false,"scale":7},
                 {"key":"j","type":"nps","label":"J","required":false},
                 {"key":"k","type":"csat","label":"K","required":false},
                 {"key":"l","type":"ces","label":"L","required":false,"visibleWhen":{"field":"i","in":[1,2]}},
                 {"key":"m","type":"yesNo","label":"M","required":false,"visibleWhen":{"field":"e","in":[true]}},
                 {"key":"n","type":"yesNo","label":"N","required":false,"visibleWhen":{"field":"c","in":["x"]}}]
                """;

        Answer created = client.post(tenant.path("/forms"), "{\"title\": \"All\", \"fields\": " + fields + "}");

        assertThat(created.json().path("fields")).isEqualTo(Description.read(fields));
    }

    @Test
    void reads_back_translations_and_settings() {
        String translations = """
                {"de":{"title":"Besuch","fields":{"why":{"label":"Warum?","help":"Kurz","options":{}}}},
                 "pt-br":{"description":"Oi","fields":{}}}
                """;
        String settings = "{\"public\":false,\"allowedOrigins\":[\"https://shop.example\"]}";

        Answer created = client.post(
                tenant.path("/forms"),
                MINIMAL.replaceFirst(
                        "}$", ", \"translations\": " + translations + ", \"settings\": " + settings + "}"));

        assertThat(created.json().path("translations")).isEqualTo(Description.read(translations));
        assertThat(created.json().path("settings")).isEqualTo(Description.read(settings));
    }

    @Test
    void publishing_opens_it_and_closing_ends_it() {
        String path =
                "/api/v1/forms/" + client.post(tenant.path("/forms"), MINIMAL).text("/id");

        Answer published = client.post(path + "/publish");
        Answer closed = client.post(path + "/close");

        assertThat(published.text("/status")).isEqualTo("open");
        assertThat(published.text("/version")).isEqualTo("1");
        assertThat(closed.text("/status")).isEqualTo("closed");
        assertThat(client.get(path).text("/status")).isEqualTo("closed");
    }

    @Test
    void an_edited_form_becomes_a_new_version_when_it_is_published() {
        String path =
                "/api/v1/forms/" + client.post(tenant.path("/forms"), MINIMAL).text("/id");
        String etag = client.post(path + "/publish").header("ETag").orElseThrow();

        Answer edited = client.with("If-Match", etag).put(path, MINIMAL.replace("Visit", "Stay"));
        Answer published = client.post(path + "/publish");

        assertThat(edited.text("/version")).isEqualTo("1");
        assertThat(edited.json().path("changed").asBoolean()).isTrue();
        assertThat(published.text("/version")).isEqualTo("2");
        assertThat(client.get(path + "/versions/1").text("/title")).isEqualTo("Visit");
        assertThat(client.get(path + "/versions/2").text("/title")).isEqualTo("Stay");
        assertThat(client.get(path + "/versions/3").status()).isEqualTo(404);
        assertThat(client.get(path + "/versions/x").status()).isEqualTo(404);
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        String path =
                "/api/v1/forms/" + client.post(tenant.path("/forms"), MINIMAL).text("/id");

        Answer blind = client.put(path, MINIMAL);
        Answer first = client.with("If-Match", "\"0\"").put(path, MINIMAL);
        Answer second = client.with("If-Match", "\"0\"").put(path, MINIMAL);
        Answer strange = client.with("If-Match", "\"nobody gave this\"").put(path, MINIMAL);

        assertThat(blind.status()).isEqualTo(428);
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(strange.status()).isEqualTo(412);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Answer refused = client.post(tenant.path("/forms"), """
                {"colour": "red", "language": "no language", "title": 7, "fields": [
                  {"key": "1st", "type": "longText", "label": ""},
                  {"key": "b", "type": "rating", "label": "B", "scale": 11},
                  {"key": "c", "type": "singleChoice", "label": "C", "options": []},
                  {"key": "d", "type": "slider", "label": "D"},
                  {"key": "e", "type": "yesNo", "label": "E", "scale": 5},
                  "f"],
                 "settings": {"allowedOrigins": ["shop.example/path"]}}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/colour",
                        "/language",
                        "/title",
                        "/fields/0/key",
                        "/fields/0/label",
                        "/fields/1/scale",
                        "/fields/2/options",
                        "/fields/3/type",
                        "/fields/4/scale",
                        "/fields/5",
                        "/settings/allowedOrigins");
    }

    @Test
    void a_list_is_read_page_by_page() {
        List<String> made = List.of(
                client.post(tenant.path("/forms"), MINIMAL).text("/id"),
                client.post(tenant.path("/forms"), MINIMAL).text("/id"),
                client.post(tenant.path("/forms"), MINIMAL).text("/id"));

        Answer first = client.get(tenant.path("/forms?limit=2"));
        Answer second = client.get(tenant.path("/forms?limit=2&cursor=" + first.text("/nextCursor")));

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.text("/items/0/id")).isEqualTo(made.getLast());
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.text("/items/0/id")).isEqualTo(made.getFirst());
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_list_refuses_impossible_pages_and_parameters_that_it_does_not_have() {
        assertThat(client.get(tenant.path("/forms?limit=0&order=up&cursor=%FF")).pointers())
                .containsExactlyInAnyOrder("/limit", "/order", "/cursor");
        assertThat(client.get(tenant.path("/forms?limit=ten")).pointers()).containsExactly("/limit");
        assertThat(client.get(tenant.path("/forms?limit=1&limit=2")).pointers()).containsExactly("/limit");
        assertThat(client.get(tenant.path("/forms?cursor=nonsense")).pointers()).containsExactly("/cursor");
        assertThat(client.get(tenant.path("/forms?limit=200")).status()).isEqualTo(200);
    }

    @Test
    void a_key_needs_the_scope() {
        var reader = server.tenant(EnumSet.of(Scope.FORMS_READ));

        Answer refused = reader.client().post(reader.path("/forms"), MINIMAL);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/missing-scope");
        assertThat(reader.client().get(reader.path("/forms")).status()).isEqualTo(200);
    }

    @Test
    void a_draft_that_asks_nothing_is_not_published() {
        String path = "/api/v1/forms/"
                + client.post(tenant.path("/forms"), "{\"title\": \"Empty\"}").text("/id");

        assertThat(client.post(path + "/publish").pointers()).containsExactly("/fields");
        assertThat(client.post(path + "/close").text("/type")).isEqualTo("/problems/form-not-open");
    }
}

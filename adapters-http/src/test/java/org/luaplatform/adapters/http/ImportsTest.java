package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of feedback.
final class ImportsTest {

    private static final String FILE = "Comment,Stars,When\nToo loud,2,2026-11-01\n,4,2026-11-02\nFine,9,2026-11-03\n";
    private static final String MAPPED = "&map.Comment=text&map.Stars=score&map.When=occurredAt";

    private static TestServer server;
    private TestServer.Tenant tenant;
    private TestClient client;
    private String form;

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
    }

    private String path(String rest) {
        return tenant.path("/imports?form=" + form + rest);
    }

    @Test
    void a_file_is_taken_at_once_and_read_afterwards() {
        Answer started = client.upload(path("&format=csv" + MAPPED), FILE);
        server.importAll();
        Answer done = client.get(started.header("Location").orElseThrow());

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.text("/state")).isEqualTo("waiting");
        assertThat(done.text("/state")).isEqualTo("done");
        assertThat(done.text("/read")).isEqualTo("3");
        assertThat(done.text("/accepted")).isEqualTo("1");
        assertThat(done.text("/rejected")).isEqualTo("2");
        assertThat(client.get(tenant.path("/feedback")).text("/items/0/answers/why"))
                .isEqualTo("Too loud");
        assertThat(client.get(tenant.path("/imports")).text("/items/0/id")).isEqualTo(started.text("/id"));
    }

    @Test
    void bad_rows_are_reported_with_their_lines() {
        Answer started = client.upload(path("&format=csv" + MAPPED), FILE);
        server.importAll();
        String errors = client.get(started.header("Location").orElseThrow()).text("/errorsUrl");

        Answer csv = client.get(errors);
        Answer ndjson = client.get(errors + "?format=ndjson");

        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).startsWith("line,problems,row\r\n3,").contains("\r\n4,");
        assertThat(Description.read(ndjson.body().lines().toList().getLast())
                        .path("line")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void a_dry_run_shows_how_the_rows_are_understood_and_stores_nothing() {
        Answer started = client.upload(path("&format=csv&dryRun=true" + MAPPED), FILE);
        server.importAll();
        Answer done = client.get(started.header("Location").orElseThrow());

        assertThat(done.text("/accepted")).isEqualTo("1");
        assertThat(done.text("/samples/0/values/answers.why")).isEqualTo("Too loud");
        assertThat(client.get(tenant.path("/feedback")).json().path("items")).isEmpty();
    }

    @Test
    void the_same_file_twice_doubles_nothing() {
        client.upload(path("&format=csv" + MAPPED), FILE);
        server.importAll();
        Answer second = client.upload(path("&format=csv" + MAPPED), FILE);
        server.importAll();

        assertThat(client.get(second.header("Location").orElseThrow()).text("/duplicates"))
                .isEqualTo("1");
        assertThat(client.get(tenant.path("/feedback")).json().path("items")).hasSize(1);
    }

    @Test
    void a_repeated_request_starts_no_second_import() {
        TestClient careful = client.with("Idempotency-Key", "nightly");

        Answer first = careful.upload(path("&format=csv" + MAPPED), FILE);
        Answer again = careful.upload(path("&format=csv" + MAPPED), FILE);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(client.get(tenant.path("/imports")).json().path("items")).hasSize(1);
    }

    @Test
    void the_type_of_the_body_can_name_the_format() {
        TestClient lines = client.with("Content-Type", "application/x-ndjson");

        Answer started = lines.upload(path(""), "{\"why\": \"Too loud\", \"score\": 2}\n");

        assertThat(started.text("/format")).isEqualTo("ndjson");
    }

    @Test
    void a_request_that_says_too_little_is_refused() {
        assertThat(client.upload(tenant.path("/imports?map.A=nonsense!&dryRun=maybe&colour=red"), FILE)
                        .pointers())
                .containsExactlyInAnyOrder("/form", "/format", "/map.A", "/dryRun", "/colour");
        assertThat(client.post(path("&format=csv")).text("/type")).isEqualTo("/problems/body-missing");
        assertThat(client.with("Content-Type", "multipart/form-data; boundary=x")
                        .upload(path("&format=csv"), FILE)
                        .status())
                .isEqualTo(415);
        assertThat(client.upload(tenant.path("/imports?form=nothing&format=csv"), FILE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_is_none_fails_as_a_whole() {
        Answer started = client.upload(path("&format=csv"), "");
        Answer binary = client.send(
                "POST",
                path("&format=csv"),
                java.net.http.HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0, 1, '\n', 3}));
        server.importAll();

        assertThat(started.status()).isEqualTo(400);
        Answer done = client.get(binary.header("Location").orElseThrow());
        assertThat(done.text("/state")).isEqualTo("failed");
        assertThat(done.text("/problem")).isNotEmpty();
    }
}

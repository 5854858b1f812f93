package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.http.edge.Route;

/// Holds the description against the server's routes, so that neither can drift.
final class OpenApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static TestServer server;
    private static List<Route> routes;
    private final Description description = new Description();

    @BeforeAll
    static void start() {
        server = new TestServer();
        routes = server.adapter().routes().stream()
                .filter(route -> !route.method().equals("OPTIONS"))
                .toList();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_route_is_described_and_nothing_else() {
        Set<String> served = routes.stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(description.operations()).isEqualTo(served);
    }

    @Test
    void the_parameters_of_each_route_are_described_and_no_others() {
        assertThat(routes).allSatisfy(route -> {
            assertThat(description.parameters(route.method(), route.template(), "query"))
                    .as(route.toString())
                    .isEqualTo(new TreeSet<>(route.parameters()));
            assertThat(description.parameters(route.method(), route.template(), "path"))
                    .as(route.toString())
                    .isEqualTo(VARIABLE.matcher(route.template())
                            .results()
                            .map(result -> result.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void what_everybody_may_ask_is_described_as_such() {
        assertThat(routes).allSatisfy(route -> {
            JsonNode security =
                    description.operation(route.method(), route.template()).path("security");
            boolean isOpen = security.isArray()
                    && (security.isEmpty() || security.path(0).isEmpty());

            assertThat(isOpen).as(route.toString()).isEqualTo(route.open());
        });
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_a_summary() {
        List<String> names = routes.stream()
                .map(route -> description.operation(route.method(), route.template()))
                .peek(operation ->
                        assertThat(operation.path("summary").asText()).isNotEmpty())
                .map(operation -> operation.path("operationId").asText())
                .toList();

        assertThat(names).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void creating_requests_can_be_repeated() {
        assertThat(List.of(
                        "/api/v1/organizations/{org}/forms",
                        "/api/v1/organizations/{org}/api-keys",
                        "/api/v1/organizations/{org}/imports",
                        "/api/v1/organizations/{org}/destinations",
                        "/api/v1/organizations/{org}/rules",
                        "/api/v1/destinations/{destination}/test",
                        "/api/v1/forms/{form}/feedback"))
                .allSatisfy(template -> assertThat(description.parameters("POST", template, "header"))
                        .contains("Idempotency-Key"));
    }

    @Test
    void it_is_served_as_yaml_and_as_json() {
        Answer yaml = server.anybody().get("/openapi.yaml");
        Answer json = server.anybody().get("/openapi.json");

        assertThat(yaml.body()).startsWith("openapi: 3.1.");
        assertThat(json.text("/openapi")).startsWith("3.1.");
        assertThat(json.json()).isEqualTo(description.root());
    }

    @Test
    void it_can_be_browsed_without_asking_anybody_else() {
        Answer page = server.anybody().get("/api-docs");

        assertThat(page.body()).doesNotContain("http:", "https:");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(VARIABLE.pattern()).isNotEmpty();
        assertThat(Pattern.compile("(?:href|src)=\"(api-docs/[^\"]+)\"")
                        .matcher(page.body())
                        .results())
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThat(
                                server.anybody().get("/" + part.group(1)).status())
                        .isEqualTo(200));
    }

    @Test
    void each_problem_has_a_page() {
        assertThat(server.anybody().get("/problems/form-not-open").body()).contains("form-not-open");
    }
}

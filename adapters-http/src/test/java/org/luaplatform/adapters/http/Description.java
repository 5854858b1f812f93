package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The API as it is described, to hold what it answers against.
final class Description {

    private static final String IRI = "https://luaplatform.example/openapi.json";
    private static final Logger VALIDATOR = Logger.getLogger("com.networknt.schema");
    private static final String PROBLEMS = new String(Resources.bytes("docs/problems.html"), StandardCharsets.UTF_8);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");

    private final JsonNode root;
    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    Description() {
        // It takes the document around the schemas for one of unknown keywords.
        VALIDATOR.setLevel(Level.SEVERE);
        String json = new String(new OpenApi().json(), StandardCharsets.UTF_8);
        this.root = read(json);
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, json))));
    }

    JsonNode root() {
        return root;
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Everything that is described, as `GET /version`.
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(name -> {
                if (METHODS.contains(name)) {
                    operations.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            });
        }
        return operations;
    }

    /// The parameters of one place, by where they stand.
    Set<String> parameters(String method, String template, String place) {
        JsonNode path = root.path("paths").path(template);
        List<JsonNode> all = new ArrayList<>();
        path.path("parameters").forEach(all::add);
        path.path(method.toLowerCase(Locale.ROOT)).path("parameters").forEach(all::add);
        Set<String> names = new TreeSet<>();
        all.stream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    JsonNode operation(String method, String template) {
        return root.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /// Fails unless this is an answer that the description allows.
    void check(String method, String path, Answer answer) {
        Optional<String> template = template(path);
        String what = method + " " + path + " → " + answer.status() + " " + answer.body();
        if (template.isEmpty() || operation(method, template.get()).isMissingNode()) {
            if (method.equals("OPTIONS")) {
                assertThat(answer.status()).as(what).isEqualTo(204);
                return;
            }
            assertThat(answer.status()).as(what).isIn(400, 404, 405, 413, 414, 431, 503);
            conforms("Problem", answer, what);
            return;
        }
        JsonNode responses = operation(method, template.get()).path("responses");
        JsonNode response = responses.path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            assertThat(answer.status()).as("undocumented: " + what).isGreaterThanOrEqualTo(400);
            response = responses.path("default");
        }
        checkContent(resolved(response).path("content"), answer, what);
    }

    private void checkContent(JsonNode content, Answer answer, String what) {
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        String type = answer.contentType();
        assertThat(content.has(type))
                .as("undocumented type " + type + ": " + what)
                .isTrue();
        JsonNode schema = content.path(type).path("schema");
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            conforms(reference.substring(reference.lastIndexOf('/') + 1), answer, what);
        }
    }

    private void conforms(String name, Answer answer, String what) {
        JsonSchema schema = schemas.computeIfAbsent(
                name, key -> factory.getSchema(SchemaLocation.of(IRI + "#/components/schemas/" + key), config));
        Set<ValidationMessage> faults = schema.validate(answer.body(), InputFormat.JSON);
        assertThat(faults).as(what).isEmpty();
        if (name.equals("Problem")) {
            String code = answer.text("/type").substring("/problems/".length());
            assertThat(PROBLEMS).as("a problem that is explained nowhere").contains("id=\"" + code + "\"");
            assertThat(answer.text("/status")).as(what).isEqualTo(Integer.toString(answer.status()));
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Optional<String> template(String path) {
        List<String> segments = List.of(path.split("/", -1));
        Optional<String> withVariables = Optional.empty();
        for (Map.Entry<String, JsonNode> entry : root.path("paths").properties()) {
            if (entry.getKey().equals(path)) {
                return Optional.of(path);
            }
            if (fits(List.of(entry.getKey().split("/", -1)), segments)) {
                withVariables = Optional.of(entry.getKey());
            }
        }
        return withVariables;
    }

    private static boolean fits(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            boolean isVariable = template.get(i).startsWith("{");
            if (isVariable ? segments.get(i).isEmpty() : !template.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}

package org.luaplatform.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The description of the API. It is written by hand, in one file for each room and kind, which only need to be put
/// one behind the other: tests hold each route and each answer against it.
final class OpenApi {

    private static final List<String> PARTS = List.of(
            "head",
            "paths-operations",
            "paths-tenancy",
            "paths-learn",
            "paths-understand",
            "paths-statistics",
            "paths-act",
            "components",
            "schemas-shared",
            "schemas-tenancy",
            "schemas-learn",
            "schemas-understand",
            "schemas-statistics",
            "schemas-act");

    private static final class Yaml {
        private static final byte[] BYTES = join();
    }

    private static final class AsJson {
        private static final byte[] BYTES = convert(Yaml.BYTES);
    }

    byte[] yaml() {
        return Yaml.BYTES;
    }

    byte[] json() {
        return AsJson.BYTES;
    }

    private static byte[] join() {
        var all = new ByteArrayOutputStream();
        PARTS.forEach(part -> all.writeBytes(Resources.bytes("openapi/" + part + ".yaml")));
        return all.toByteArray();
    }

    private static byte[] convert(byte[] yaml) {
        Object tree = new Load(LoadSettings.builder().setLabel("OpenAPI").build())
                .loadFromString(new String(yaml, StandardCharsets.UTF_8));
        if (!(tree instanceof Map<?, ?> map)) {
            throw new IllegalStateException("the description is no object");
        }
        return Json.bytes(Document.of(textual(map)));
    }

    /// Keys of YAML can be numbers, such as the statuses of responses; those of JSON cannot.
    private static Map<String, ?> textual(Map<?, ?> map) {
        Map<String, Object> textual = new java.util.LinkedHashMap<>();
        map.forEach((key, value) -> textual.put(String.valueOf(key), plain(value)));
        return textual;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> textual(map);
            case List<?> list -> list.stream().map(OpenApi::plain).toList();
            default -> value;
        };
    }
}

package org.luaplatform.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a server answered.
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return Description.read(body());
    }

    /// The text at a JSON Pointer.
    String text(String pointer) {
        return json().at(pointer).asText();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /// Without its parameters.
    String contentType() {
        return header("Content-Type")
                .map(type -> type.split(";", -1)[0].strip())
                .orElse("");
    }

    /// The places of all violations.
    List<String> pointers() {
        return StreamSupport.stream(json().path("violations").spliterator(), false)
                .map(violation -> violation.path("pointer").asText())
                .toList();
    }
}

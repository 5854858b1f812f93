package org.luaplatform.adapters.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Speaks to a server, and holds each of its answers against the description.
final class TestClient {

    private static final Description DESCRIPTION = new Description();

    private final HttpClient http;
    private final URI server;
    private final Optional<String> key;
    private final List<String> headers;

    TestClient(HttpClient http, URI server, Optional<String> key) {
        this(http, server, key, List.of());
    }

    private TestClient(HttpClient http, URI server, Optional<String> key, List<String> headers) {
        this.http = http;
        this.server = server;
        this.key = key;
        this.headers = headers;
    }

    /// The same client, with one more header in each request.
    TestClient with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new TestClient(http, server, key, more);
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path) {
        return send("POST", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Answer upload(String path, String file) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(file));
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve(path)).method(method, body);
        key.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var answer = new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            DESCRIPTION.check(method, path.split("\\?", -1)[0], answer);
            return answer;
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

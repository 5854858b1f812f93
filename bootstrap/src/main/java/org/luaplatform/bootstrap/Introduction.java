package org.luaplatform.bootstrap;

import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;

/// What the server says once it is ready: one block for people, and on request one line for programs.
record Introduction(
        Settings settings, DataFolder folder, FirstStart.Beginning beginning, URI url, String stores, String shared) {

    /// @param people where people read
    /// @param programs where programs read
    void print(PrintStream people, PrintStream programs) {
        people.println("LuaPlatform is ready.");
        people.println();
        line(people, "URL", url.toString());
        line(people, "API docs", url + "/api-docs");
        line(
                people,
                "organization",
                beginning.organization().id() + " (" + beginning.organization().name() + ")");
        line(people, "API key", apiKey());
        line(people, "stores", stores);
        line(people, "shared", shared);
        people.println();
        people.flush();
        if (settings.json()) {
            programs.println(Json.text(forPrograms()));
            programs.flush();
        }
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-14s%s%n", name, value);
    }

    private Optional<String> shownKey() {
        return settings.production() ? Optional.empty() : beginning.apiKey();
    }

    private String apiKey() {
        if (beginning.apiKey().isEmpty()) {
            return "not kept here; make another with POST " + url + "/api/v1/organizations/"
                    + beginning.organization().id() + "/api-keys";
        }
        return shownKey().orElse("in the file " + folder.firstApiKeyFile());
    }

    private Document forPrograms() {
        return Document.builder()
                .put("ready", true)
                .put("url", url.toString())
                .put("organization", beginning.organization().id().value())
                .put("apiKey", shownKey())
                .build();
    }
}

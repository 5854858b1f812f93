package org.luaplatform.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives each test an adapter on a file of its own.
public final class NewFile implements BeforeEachCallback, AfterEachCallback {

    private @Nullable Path folder;
    private @Nullable SqliteAdapter adapter;

    public SqliteAdapter adapter() {
        if (adapter == null) {
            throw new IllegalStateException("no test is running");
        }
        return adapter;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("sqlite-test");
        adapter = SqliteAdapter.open(folder.resolve("test.db"));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        adapter().close();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}

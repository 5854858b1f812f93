package org.luaplatform.adapters.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives each test an adapter on a file of its own: a copy of an empty one, which is quicker than making it anew.
public final class NewFile implements BeforeEachCallback, AfterEachCallback {

    private static final byte[] EMPTY = empty();

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
        Path file = Files.write(folder.resolve("test.db"), EMPTY);
        adapter = SqliteAdapter.open(file);
    }

    private static byte[] empty() {
        try {
            Path folder = Files.createTempDirectory("sqlite-test");
            Path file = folder.resolve("empty.db");
            SqliteAdapter.open(file).close();
            byte[] bytes = Files.readAllBytes(file);
            delete(folder);
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        adapter().close();
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

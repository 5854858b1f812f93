package org.luaplatform.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaplatform.domain.understand.FeedbackFilter;

/// What holds between processes, and when one of them is killed.
final class ProcessesTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.db");
    }

    @Test
    void whatever_was_acknowledged_survives_the_kill() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 1; round <= 3; round++) {
            Process process = start();
            read(process, acknowledged, 300 * round);

            kill(process);
            readRest(process, acknowledged);

            assertThat(Files.size(folder.resolve("test.db-wal"))).isPositive();
            assertThat(stored()).containsAll(acknowledged);
        }
    }

    @Test
    void two_processes_never_have_the_same_file() throws Exception {
        Process process = start();
        try {
            read(process, new HashSet<>(), 1);

            assertThatExceptionOfType(SqliteAdapter.CannotOpen.class)
                    .isThrownBy(() -> SqliteAdapter.open(file))
                    .withMessageContaining("is in use by another server");
            assertThat(process.isAlive()).isTrue();
        } finally {
            kill(process);
        }

        SqliteAdapter.open(file).close();
    }

    private Set<String> stored() {
        try (var adapter = SqliteAdapter.open(file);
                var entries = adapter.feedbackEntries().stream(InsertUntilKilled.ORGANIZATION, FeedbackFilter.ALL)) {
            return entries.map(entry -> entry.feedback().id().value()).collect(Collectors.toSet());
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InsertUntilKilled.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// By its handle: the process itself would close what is still to be read.
    private static void kill(Process process) throws InterruptedException {
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void read(Process process, Set<String> into, int count) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the process ended");
            }
            into.add(line);
        }
    }

    /// What it could still say; its last line may be cut.
    private static void readRest(Process process, Set<String> into) throws IOException {
        var rest = new StringWriter();
        long _ = process.inputReader(StandardCharsets.UTF_8).transferTo(rest);
        String text = rest.toString();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(into::add);
    }
}

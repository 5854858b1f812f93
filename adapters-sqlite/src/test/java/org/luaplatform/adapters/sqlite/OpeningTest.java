package org.luaplatform.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaplatform.adapters.sqlite.SqliteAdapter.CannotOpen;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;

final class OpeningTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.db");
    }

    @Test
    void a_file_is_made_with_its_folder() {
        Path deep = folder.resolve("data/of/ours/test.db");

        SqliteAdapter.open(deep).close();

        assertThat(deep).exists();
    }

    @Test
    void a_file_in_use_is_refused_and_stays_in_use() {
        try (var first = SqliteAdapter.open(file)) {
            assertThatExceptionOfType(CannotOpen.class)
                    .isThrownBy(() -> SqliteAdapter.open(file))
                    .withMessage("The data file " + file + " is in use by another server: stop that one, or give this"
                            + " one a data folder of its own.");
            assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> SqliteAdapter.open(file));
            first.organizations().add(TestOrganizations.anOrganization());
        }

        SqliteAdapter.open(file).close();
    }

    @Test
    void a_file_in_use_is_known_by_whichever_link_one_comes() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (var first = SqliteAdapter.open(file)) {
            assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> SqliteAdapter.open(link.resolve("test.db")));
            Path toFile = Files.createSymbolicLink(folder.resolve("other.db"), file);
            assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> SqliteAdapter.open(toFile));
            first.organizations().add(TestOrganizations.anOrganization());
        }
    }

    @Test
    void closing_twice_gives_nothing_free_that_somebody_else_has() {
        var first = SqliteAdapter.open(file);
        first.close();
        try (var _ = SqliteAdapter.open(file)) {
            first.close();

            assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> SqliteAdapter.open(file));
        }
    }

    @Test
    void a_file_of_a_newer_version_is_refused_and_left_alone() throws Exception {
        SqliteAdapter.open(file).close();
        execute("PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(file);

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(file))
                .withMessage("The data file " + file + " was written by a newer version (its schema is 7, this version"
                        + " knows up to 1): start that version, or put a backup from before the update in its place.");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_file_of_another_application_is_refused() throws Exception {
        execute("CREATE TABLE recipes (name TEXT)");

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(file))
                .withMessage("The data file " + file + " belongs to another application: move it away, or choose"
                        + " another data folder.");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(file))
                .withMessage("The data file " + file + " is damaged or no SQLite file: move it away, and put a backup"
                        + " in its place.");

        assertThat(Files.readAllBytes(file)).isEqualTo(noise);
    }

    @Test
    void a_damaged_file_is_refused() throws IOException {
        SqliteAdapter.open(file).close();
        byte[] bytes = Files.readAllBytes(file);
        new Random(1).nextBytes(bytes);
        System.arraycopy(Files.readAllBytes(file), 0, bytes, 0, 100);
        Files.write(file, bytes);

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(file))
                .withMessageContaining("is damaged or no SQLite file");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("plain"));

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(notAFolder.resolve("test.db")))
                .withMessageStartingWith("The data file " + notAFolder.resolve("test.db") + " cannot be reached")
                .withMessageEndingWith(
                        "let this user write to the folder " + notAFolder + ", or choose another data folder.");
    }

    @Test
    void a_folder_in_place_of_the_file_is_refused() throws IOException {
        Files.createDirectory(file);

        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> SqliteAdapter.open(file))
                .withMessage("The data file " + file + " is not a file: choose another data folder.");
    }

    @Test
    void a_file_that_another_program_writes_to_is_refused() throws Exception {
        SqliteAdapter.open(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");

            assertThatExceptionOfType(CannotOpen.class)
                    .isThrownBy(() -> SqliteAdapter.open(file))
                    .withMessage("The data file " + file + " is locked by another program: close that program.");
        }
    }

    @Test
    void whatever_was_wrong_leaves_no_lock_behind() throws Exception {
        Files.writeString(file, "not a database, but long enough to be looked at as one: " + "x".repeat(1_000));
        assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> SqliteAdapter.open(file));
        Files.delete(file);

        SqliteAdapter.open(file).close();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

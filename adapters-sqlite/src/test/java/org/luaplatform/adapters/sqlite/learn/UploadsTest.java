package org.luaplatform.adapters.sqlite.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Unusable;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.learn.FeedbackInbox.Receipt;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;

/// How files get in and out part by part.
final class UploadsTest {

    @TempDir
    private Path folder;

    private Database database;
    private SqliteImports imports;

    private final OrganizationId organization = TestOrganizations.anId();

    @BeforeEach
    void open() throws Unusable {
        database = Database.open(folder.resolve("test.db"));
        imports = new SqliteImports(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                UploadedFiles.PART_BYTES - 1,
                UploadedFiles.PART_BYTES,
                UploadedFiles.PART_BYTES + 1,
                3 * UploadedFiles.PART_BYTES
            })
    void a_file_comes_back_as_it_was_whatever_its_length(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var started = TestImports.anImport(organization);

        imports.add(started, new ByteArrayInputStream(bytes));

        try (var file = imports.open(organization, started.id())) {
            assertThat(file.readAllBytes()).isEqualTo(bytes);
            assertThat(file.read()).isEqualTo(-1);
        }
        try (var file = imports.open(organization, started.id())) {
            assertThat(file.read()).isEqualTo(length == 0 ? -1 : bytes[0] & 0xFF);
        }
    }

    @Test
    void others_write_while_a_file_is_coming_in() {
        var inbox = new SqliteFeedbackInbox(database, _ -> {});
        var started = TestImports.anImport(organization);
        var upload = new InputStream() {
            private int left = 10 * UploadedFiles.PART_BYTES;
            private int added;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (inbox.add(TestFeedback.aFeedback(organization)) instanceof Receipt.Added) {
                    added++;
                }
                int count = Math.min(length, left);
                left -= count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };

        imports.add(started, upload);

        assertThat(upload.added).isGreaterThan(10);
        assertThat(parts()).isEqualTo(11);
    }

    @Test
    void a_file_that_is_discarded_while_somebody_reads_it_ends_in_a_failure_and_not_too_early() throws IOException {
        var started = TestImports.anImport(organization);
        imports.add(started, new ByteArrayInputStream(new byte[2 * UploadedFiles.PART_BYTES]));
        try (var file = imports.open(organization, started.id())) {
            assertThat(file.read()).isZero();

            imports.discardFile(organization, started.id());

            assertThatIOException().isThrownBy(file::readAllBytes).withMessageContaining("discarded");
        }
        assertThat(parts()).isZero();
    }

    @Test
    void nothing_is_left_of_a_file_that_broke_off() {
        var broken = new InputStream() {
            private int parts;

            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (parts++ > 20) {
                    throw new IOException("connection reset");
                }
                return length;
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> imports.add(TestImports.anImport(organization), broken));

        assertThat(parts()).isZero();
    }

    @Test
    void nothing_is_left_of_a_second_file_under_the_same_id() {
        var started = TestImports.anImport(organization);
        // The first is added while the second is under way.
        var second = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) {
                imports.add(started, InputStream.nullInputStream());
                return -1;
            }
        };

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> imports.add(started, second));

        assertThat(parts()).isEqualTo(1);
    }

    @Test
    void what_a_killed_process_left_of_a_file_is_discarded_by_the_next() throws IOException {
        new UploadedFiles(database)
                .store("abandoned", new ByteArrayInputStream(new byte[40 * UploadedFiles.PART_BYTES]));
        var kept = TestImports.anImport(organization);
        imports.add(kept, InputStream.nullInputStream());

        var _ = new SqliteImports(database);

        assertThat(parts()).isEqualTo(1);
    }

    private long parts() {
        return database.read(
                session -> session.sql("SELECT count(*) FROM import_parts").number());
    }
}

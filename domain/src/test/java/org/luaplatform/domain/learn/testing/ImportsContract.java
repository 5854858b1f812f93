package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.learn.testing.TestImports.aRejectedRow;
import static org.luaplatform.domain.learn.testing.TestImports.anImport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.NewestFirstContract;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [Imports] promises.
public interface ImportsContract extends NewestFirstContract<Import> {

    Duration LEASE = Duration.ofMinutes(1);

    /// On a store that is empty when a test begins, since claims go over all organizations.
    Imports imports();

    @Test
    default void finds_what_was_added_with_everything_about_it() {
        var organization = TestOrganizations.anId();
        var started = anImport(organization);
        var everything = TestImports.everything(organization);

        imports().add(started, aFile());
        imports().add(everything, aFile());

        assertThat(imports().find(organization, started.id())).contains(started);
        assertThat(imports().find(organization, everything.id())).contains(everything);
    }

    @Test
    default void does_not_find_what_nobody_added_nor_what_others_have() {
        var theirs = anImport(TestOrganizations.anId());
        imports().add(theirs, aFile());

        assertThat(imports().find(TestOrganizations.anId(), TestImports.anId())).isEmpty();
        assertThat(imports().find(TestOrganizations.anId(), theirs.id())).isEmpty();
    }

    @Test
    default void an_id_is_given_once() throws IOException {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> imports().add(started, aFile()));

        assertThat(read(started.organization(), started.id())).containsExactly(1, 2, 3);
    }

    @Test
    default void gives_a_large_file_back_byte_by_byte() throws IOException {
        var started = anImport(TestOrganizations.anId());
        byte[] file = new byte[5_000_001];
        new Random(1).nextBytes(file);

        imports().add(started, new ByteArrayInputStream(file));

        assertThat(read(started.organization(), started.id())).isEqualTo(file);
        assertThat(read(started.organization(), started.id()))
                .as("a second time")
                .isEqualTo(file);
    }

    @Test
    default void gives_an_empty_file_back() throws IOException {
        var started = anImport(TestOrganizations.anId());

        imports().add(started, InputStream.nullInputStream());

        assertThat(read(started.organization(), started.id())).isEmpty();
    }

    @Test
    default void a_file_that_cannot_be_read_to_its_end_is_not_there_at_all() {
        var started = anImport(TestOrganizations.anId());
        var breaksOff = new BrokenUpload(3_000_000);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> imports().add(started, breaksOff));

        assertThat(imports().find(started.organization(), started.id())).isEmpty();
        assertThat(imports().list(started.organization(), PageRequest.first(10)).items())
                .isEmpty();
        assertThat(imports().claim("worker", TestClock.NOON, LEASE)).isEmpty();
    }

    @Test
    default void an_upload_that_broke_off_can_be_repeated() throws IOException {
        var started = anImport(TestOrganizations.anId());
        var breaksOff = new BrokenUpload(3_000_000);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> imports().add(started, breaksOff));

        imports().add(started, new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(read(started.organization(), started.id())).containsExactly(1, 2, 3);
    }

    @Test
    default void others_cannot_open_a_file() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());

        assertThatExceptionOfType(ImportNotFound.class).isThrownBy(() -> read(TestOrganizations.anId(), started.id()));
    }

    @Test
    default void a_discarded_file_is_gone_and_the_import_stays() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());

        imports().discardFile(started.organization(), started.id());
        imports().discardFile(started.organization(), started.id());

        assertThatExceptionOfType(ImportNotFound.class).isThrownBy(() -> read(started.organization(), started.id()));
        assertThat(imports().find(started.organization(), started.id())).contains(started);
    }

    @Test
    default void others_cannot_discard_a_file() throws IOException {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, new ByteArrayInputStream(new byte[] {1, 2, 3}));

        imports().discardFile(TestOrganizations.anId(), started.id());

        assertThat(read(started.organization(), started.id())).containsExactly(1, 2, 3);
    }

    @Test
    default void a_worker_gets_the_oldest_that_waits() {
        var newer = anImport(TestOrganizations.anId(), TestClock.NOON.plusSeconds(1));
        var older = anImport(TestOrganizations.anId(), TestClock.NOON);
        imports().add(newer, aFile());
        imports().add(older, aFile());

        var claimed = imports().claim("worker", TestClock.NOON, LEASE);

        assertThat(claimed).contains(running(older, "worker", TestClock.NOON));
        assertThat(imports().find(older.organization(), older.id())).isEqualTo(claimed);
    }

    @Test
    default void there_is_nothing_to_claim_where_nothing_waits() {
        assertThat(imports().claim("worker", TestClock.NOON, LEASE)).isEmpty();
    }

    @Test
    default void an_import_that_somebody_works_at_is_not_given_away() {
        imports().add(anImport(TestOrganizations.anId()), aFile());
        assertThat(imports().claim("worker", TestClock.NOON, LEASE)).isPresent();

        assertThat(imports().claim("other", TestClock.NOON.plusSeconds(59), LEASE))
                .isEmpty();
        assertThat(imports().claim("worker", TestClock.NOON.plusSeconds(59), LEASE))
                .isEmpty();
    }

    @Test
    default void an_import_whose_worker_died_is_given_to_the_next() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        assertThat(imports().claim("worker", TestClock.NOON, LEASE)).isPresent();
        Instant later = TestClock.NOON.plusSeconds(61);

        assertThat(imports().claim("other", later, LEASE)).contains(running(started, "other", later));
    }

    @Test
    default void an_import_that_is_over_is_not_given_away() {
        var organization = TestOrganizations.anId();
        var failed = TestImports.everything(organization);
        var done = anImport(organization).with(Import.State.DONE, Import.Progress.NONE, Optional.empty());
        imports().add(failed, aFile());
        imports().add(done, aFile());

        assertThat(imports().claim("worker", TestClock.NOON.plus(Duration.ofDays(1)), LEASE))
                .isEmpty();
    }

    @Test
    default void concurrent_workers_never_get_the_same_import() {
        var organization = TestOrganizations.anId();
        for (int i = 0; i < 10; i++) {
            imports().add(anImport(organization), aFile());
        }

        var claimed = Concurrently.call(20, number -> imports().claim("worker " + number, TestClock.NOON, LEASE));

        assertThat(claimed.stream().flatMap(Optional::stream).map(Import::id))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    default void the_worker_keeps_what_it_reached() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        var _ = imports().claim("worker", TestClock.NOON, LEASE);
        var reached = new Import.Progress(100, 90, 8, 2, List.of(), Optional.empty());
        var prolonged = Optional.of(new Import.Lease("worker", TestClock.NOON.plusSeconds(120)));

        var updated = imports()
                .update(
                        started.organization(),
                        started.id(),
                        "worker",
                        current -> current.with(Import.State.RUNNING, reached, prolonged));

        assertThat(updated).contains(started.with(Import.State.RUNNING, reached, prolonged));
        assertThat(imports().find(started.organization(), started.id())).isEqualTo(updated);
        assertThat(imports().claim("other", TestClock.NOON.plusSeconds(119), LEASE))
                .isEmpty();
    }

    @Test
    default void a_worker_that_was_too_slow_changes_nothing() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        var _ = imports().claim("slow", TestClock.NOON, LEASE);
        var taken = imports().claim("other", TestClock.NOON.plusSeconds(61), LEASE);

        var updated = imports()
                .update(
                        started.organization(),
                        started.id(),
                        "slow",
                        current -> current.with(Import.State.DONE, current.progress(), Optional.empty()));

        assertThat(updated).isEmpty();
        assertThat(imports().find(started.organization(), started.id())).isEqualTo(taken);
    }

    @Test
    default void nobody_changes_an_import_that_is_over() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        var _ = imports().claim("worker", TestClock.NOON, LEASE);
        var done = imports()
                .update(
                        started.organization(),
                        started.id(),
                        "worker",
                        current -> current.with(Import.State.DONE, current.progress(), Optional.empty()));

        var again = imports()
                .update(
                        started.organization(),
                        started.id(),
                        "worker",
                        current -> current.with(Import.State.RUNNING, current.progress(), Optional.empty()));

        assertThat(done).isPresent();
        assertThat(again).isEmpty();
        assertThat(imports().find(started.organization(), started.id())).isEqualTo(done);
    }

    @Test
    default void what_is_not_there_and_what_others_have_is_not_updated() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        var claimed = imports().claim("worker", TestClock.NOON, LEASE);

        assertThat(imports().update(TestOrganizations.anId(), started.id(), "worker", UnaryOperator.identity()))
                .isEmpty();
        assertThat(imports().update(started.organization(), TestImports.anId(), "worker", UnaryOperator.identity()))
                .isEmpty();
        assertThat(imports().find(started.organization(), started.id())).isEqualTo(claimed);
    }

    @Test
    default void rejected_rows_stand_in_the_report_in_the_order_of_the_file() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());

        imports().reject(started.organization(), started.id(), List.of(aRejectedRow(12), aRejectedRow(1_000_000)));
        imports().reject(started.organization(), started.id(), List.of(aRejectedRow(9), aRejectedRow(100)));
        imports().reject(started.organization(), started.id(), List.of());

        assertThat(report(started))
                .containsExactly(aRejectedRow(9), aRejectedRow(12), aRejectedRow(100), aRejectedRow(1_000_000));
    }

    @Test
    default void a_row_is_not_rejected_twice() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        imports().reject(started.organization(), started.id(), List.of(aRejectedRow(2), aRejectedRow(3)));

        imports().reject(started.organization(), started.id(), List.of(aRejectedRow(3), aRejectedRow(4)));

        assertThat(report(started)).containsExactly(aRejectedRow(2), aRejectedRow(3), aRejectedRow(4));
    }

    @Test
    default void a_long_report_is_complete() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());
        List<RejectedRow> rows = LongStream.rangeClosed(2, 1_501)
                .mapToObj(TestImports::aRejectedRow)
                .toList();

        imports().reject(started.organization(), started.id(), rows.subList(0, 700));
        imports().reject(started.organization(), started.id(), rows.subList(700, 1_500));

        assertThat(report(started)).isEqualTo(rows);
    }

    @Test
    default void an_import_without_rejected_rows_has_an_empty_report() {
        var started = anImport(TestOrganizations.anId());
        imports().add(started, aFile());

        assertThat(report(started)).isEmpty();
    }

    @Test
    default void others_neither_read_nor_write_a_report() {
        var started = anImport(TestOrganizations.anId());
        var others = TestOrganizations.anId();
        imports().add(started, aFile());
        imports().reject(started.organization(), started.id(), List.of(aRejectedRow(2)));

        imports().reject(others, started.id(), List.of(aRejectedRow(3)));

        assertThat(report(started)).containsExactly(aRejectedRow(2));
        try (var theirs = imports().rejected(TestOrganizations.anId(), started.id())) {
            assertThat(theirs).isEmpty();
        }
    }

    @Override
    default Page<Import> list(OrganizationId organization, PageRequest page) {
        return imports().list(organization, page);
    }

    @Override
    default Import addedAt(OrganizationId organization, Instant createdAt) {
        Import started = anImport(organization, createdAt);
        imports().add(started, aFile());
        return started;
    }

    private static InputStream aFile() {
        return new ByteArrayInputStream("why,score\nqueues,2\n".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] read(OrganizationId organization, ImportId id) throws IOException {
        try (var file = imports().open(organization, id)) {
            return file.readAllBytes();
        }
    }

    private List<RejectedRow> report(Import started) {
        try (var rows = imports().rejected(started.organization(), started.id())) {
            return rows.toList();
        }
    }

    private static Import running(Import started, String worker, Instant now) {
        return started.with(
                Import.State.RUNNING, started.progress(), Optional.of(new Import.Lease(worker, now.plus(LEASE))));
    }
}

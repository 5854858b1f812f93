package org.luaplatform.application.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.learn.RowFormats;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// A file of feedback from its upload to its last row. How files are written is the adapters' business: here a row
/// is what stands between two line ends, `score;why` or `score;why;id`.
class ImportsTest {

    private final LearnFixture given = new LearnFixture();
    private final Form form = given.anOpenForm();
    private final StartImport startImport = new StartImport(
            given.stores.forms(), given.stores.imports(), TestIds::next, given.clock, given.nudges::incrementAndGet);
    private final ReadImport readImport = new ReadImport(given.stores.imports());
    private final ReadRejectedRows readRejectedRows = new ReadRejectedRows(given.stores.imports());

    private int rowsUntilTheStoreIsAway = Integer.MAX_VALUE;

    @Test
    void good_rows_are_stored_and_bad_rows_are_reported_with_their_lines() {
        ImportId id = start("5;Good\n9;Impossible\n?\n1;Bad", false);

        run("w1");

        Import done = read(id);
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.progress()).isEqualTo(new Import.Progress(4, 2, 0, 2, List.of(), Optional.empty()));
        assertThat(words()).containsExactlyInAnyOrder("Good", "Bad");
        assertThat(rejected(id)).extracting(RejectedRow::line).containsExactly(2L, 3L);
        assertThat(rejected(id).getFirst().violations())
                .extracting(violation -> violation.pointer().value())
                .containsExactly("/answers/score");
    }

    @Test
    void the_same_file_twice_doubles_nothing() {
        start("5;Good\n1;Bad", false);
        run("w1");

        ImportId again = start("1;Bad\n5;Good", false);
        run("w1");

        assertThat(read(again).progress()).isEqualTo(new Import.Progress(2, 0, 2, 0, List.of(), Optional.empty()));
        assertThat(words()).hasSize(2);
    }

    @Test
    void two_people_who_say_the_same_are_two() {
        start("5;Good\n5;Good", false);
        run("w1");
        start("5;Good\n5;Good\n5;Good", false);

        run("w1");

        assertThat(words()).containsExactly("Good", "Good", "Good");
    }

    @Test
    void a_row_with_a_key_of_its_own_is_recognised_whatever_it_says() {
        start("5;Good;row-1", false);
        run("w1");
        ImportId again = start("4;Better;row-1", false);

        run("w1");

        assertThat(read(again).progress().duplicates()).isEqualTo(1);
        assertThat(words()).containsExactly("Good");
    }

    @Test
    void what_was_exported_is_recognised_by_its_id() {
        start("5;Good", false);
        run("w1");
        String exported = everything().getFirst().feedback().id().value();

        ImportId again = start("5;Good;" + exported, false);
        run("w1");

        assertThat(read(again).progress().duplicates()).isEqualTo(1);
        assertThat(words()).hasSize(1);
    }

    @Test
    void a_dry_run_shows_the_first_rows_and_stores_nothing() {
        ImportId id = start("5;Good\n9;Impossible\n" + "3;So so\n".repeat(19) + "3;So so", true);

        run("w1");

        Import.Progress progress = read(id).progress();
        assertThat(progress.accepted()).isEqualTo(21);
        assertThat(progress.rejected()).isEqualTo(1);
        assertThat(progress.samples()).hasSize(10);
        assertThat(progress.samples().getFirst().line()).isEqualTo(1);
        assertThat(progress.samples().getFirst().values())
                .containsEntry("answers.score", "5")
                .containsEntry("answers.why", "Good");
        assertThat(everything()).isEmpty();
        assertThat(given.signals.collected).hasValue(0);
    }

    @Test
    void another_worker_takes_up_what_a_dead_one_left_and_loses_and_doubles_nothing() {
        String file = IntStream.range(0, 1_200)
                .mapToObj(i -> "4;Row " + i)
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        ImportId id = start(file, false);
        rowsUntilTheStoreIsAway = 700;
        assertThatThrownBy(() -> run("w1")).isInstanceOf(Unavailable.class);
        assertThat(read(id).progress().accepted()).isEqualTo(500);
        rowsUntilTheStoreIsAway = Integer.MAX_VALUE;

        assertThat(run("w2")).isZero();
        given.clock.advance(Duration.ofMinutes(3));
        assertThat(run("w2")).isEqualTo(1);

        assertThat(read(id).progress()).isEqualTo(new Import.Progress(1_200, 1_200, 0, 0, List.of(), Optional.empty()));
        assertThat(words()).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void a_file_that_cannot_be_read_fails_and_keeps_what_was_good_before() {
        ImportId id = start("5;Good\n!", false);

        run("w1");

        assertThat(read(id).state()).isEqualTo(Import.State.FAILED);
        assertThat(read(id).progress().problem()).get().asString().contains("is no file of this kind");
        assertThat(words()).containsExactly("Good");
    }

    @Test
    void a_form_that_was_never_published_takes_no_file() {
        Form draft = given.aDraft();

        assertThatThrownBy(() -> start(draft, "5;Good", false)).isInstanceOf(FormNotOpen.class);
    }

    @Test
    void imports_of_another_organization_do_not_exist() {
        ImportId id = start("5;Good", false);

        assertThatThrownBy(() -> readImport.handle(given.stranger, new ReadImport.Query(given.acme, id)))
                .isInstanceOf(OrganizationNotFound.class);
        assertThatThrownBy(() -> readRejectedRows.handle(
                        given.analyst, new ReadRejectedRows.Query(given.acme, new ImportId(TestIds.next()))))
                .isInstanceOf(ImportNotFound.class);
    }

    @Test
    void imports_are_listed_newest_first() {
        ImportId first = start("5;Good", false);
        ImportId second = start("4;Fine", false);

        assertThat(new ListImports(given.stores.imports())
                        .handle(given.analyst, new ListImports.Query(given.acme, PageRequest.first(10)))
                        .items())
                .extracting(Import::id)
                .containsExactly(second, first);
    }

    private ImportId start(String file, boolean dryRun) {
        return start(form, file, dryRun);
    }

    private ImportId start(Form into, String file, boolean dryRun) {
        return startImport
                .handle(
                        given.analyst,
                        new StartImport.Command(
                                given.acme,
                                into.id(),
                                ImportFormat.CSV,
                                ImportMapping.AUTOMATIC,
                                dryRun,
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty()))
                .id();
    }

    private int run(String worker) {
        return new RunImports(
                        given.stores.forms(),
                        given.stores.imports(),
                        given.stores.feedbackInbox(),
                        new Lines(),
                        TestIds::next,
                        given.clock,
                        given.signals,
                        given.nudges::incrementAndGet)
                .handle(worker);
    }

    private Import read(ImportId id) {
        return readImport.handle(given.analyst, new ReadImport.Query(given.acme, id));
    }

    private List<RejectedRow> rejected(ImportId id) {
        try (var rows = readRejectedRows.handle(given.analyst, new ReadRejectedRows.Query(given.acme, id))) {
            return rows.toList();
        }
    }

    private List<String> words() {
        return everything().stream()
                .flatMap(entry -> entry.feedback().answers().words().values().stream())
                .toList();
    }

    private List<FeedbackEntry> everything() {
        try (var entries = given.stores.feedbackEntries().stream(given.acme, FeedbackFilter.ALL)) {
            return entries.toList();
        }
    }

    private final class Lines implements RowFormats {

        @Override
        public Stream<Row> read(InputStream file, ImportFormat format) {
            List<String> lines = new ArrayList<>();
            try (file) {
                lines.addAll(List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            return IntStream.range(0, lines.size()).mapToObj(i -> row(i + 1, lines.get(i)));
        }

        private Row row(int line, String text) {
            if (line > rowsUntilTheStoreIsAway) {
                throw new Unavailable("the store");
            }
            if (text.equals("!")) {
                throw new Invalid(Pointer.ROOT, "is no file of this kind");
            }
            String[] parts = text.split(";", -1);
            if (parts.length < 2) {
                return new Row.Broken(line, text, "has too few cells");
            }
            Map<String, RawAnswer> cells = new HashMap<>();
            cells.put("answers.score", new RawAnswer.Text(parts[0]));
            cells.put("why", new RawAnswer.Text(parts[1]));
            if (parts.length > 2) {
                cells.put("id", new RawAnswer.Text(parts[2]));
            }
            return new Row.Cells(line, text, cells);
        }
    }
}

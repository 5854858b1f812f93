package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;

/// The small types of this room.
class LearnTest {

    @Test
    void what_cannot_be_an_id_names_nothing_that_exists() {
        assertThatExceptionOfType(FormNotFound.class)
                .isThrownBy(() -> new FormId("a/b"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("form-not-found"));
        assertThatExceptionOfType(FeedbackNotFound.class)
                .isThrownBy(() -> new FeedbackId(""))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("feedback-not-found"));
        assertThatExceptionOfType(ImportNotFound.class)
                .isThrownBy(() -> new ImportId("A"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("import-not-found"));
    }

    @Test
    void ids_read_as_their_text() {
        assertThat(new FormId("form1")).hasToString("form1");
        assertThat(new FeedbackId("feedback1")).hasToString("feedback1");
        assertThat(new ImportId("import1")).hasToString("import1");
    }

    @Test
    void a_form_that_is_not_open_says_so() {
        assertThat(new FormNotOpen().code()).isEqualTo("form-not-open");
        assertThat(new FormNotOpen()).hasMessageContaining("not open");
    }

    @Test
    void a_key_that_was_used_before_is_named() {
        assertThat(violations(() -> {
                    throw new RequestReused();
                }))
                .containsExactly("/Idempotency-Key was used for a different request before");
    }

    @Test
    void a_channel_is_a_lower_case_word_of_at_most_40_characters() {
        assertThat(new Channel("web-shop2")).hasToString("web-shop2");
        assertThat(new Channel("a".repeat(40)).name()).hasSize(40);
        for (String other : List.of("", "1a", "-a", "Widget", "a b", "a_b", "a".repeat(41))) {
            assertThat(violations(() -> new Channel(other)))
                    .as(other)
                    .containsExactly("/ must be a lower-case letter followed by at most 39 letters, digits or hyphens");
            assertThat(Channel.isName(other)).isFalse();
        }
        assertThat(Channel.isName("widget")).isTrue();
    }

    @Test
    void requests_and_rows_are_told_apart() {
        var row = Origin.ofRow("key", "print", new ImportId("import1"));

        assertThat(Origin.ofRequest("key", "print")).isEqualTo(new Origin("request:key", "print", Optional.empty()));
        assertThat(row).isEqualTo(new Origin("row:key", "print", Optional.of(new ImportId("import1"))));
        assertThat(row.rowKey()).isEqualTo("key");
        assertThat(Origin.ofRequest("row:key", "print").rowKey()).isEmpty();
    }

    @Test
    void an_import_goes_on_with_all_that_it_is() {
        var started = TestImports.anImport(new OrganizationId("org"));
        var lease = Optional.of(new Import.Lease("worker", TestClock.NOON));

        var running = started.with(Import.State.RUNNING, Import.Progress.NONE.failed("is odd"), lease);

        assertThat(running)
                .isEqualTo(new Import(
                        started.id(),
                        started.organization(),
                        started.form(),
                        started.format(),
                        started.mapping(),
                        started.dryRun(),
                        started.createdAt(),
                        Import.State.RUNNING,
                        new Import.Progress(0, 0, 0, 0, List.of(), Optional.of("is odd")),
                        lease));
    }

    @Test
    void a_failure_keeps_what_was_reached() {
        var samples = List.of(new Import.Sample(2, Map.of("answers.why", "Queues")));
        var reached = new Import.Progress(4, 3, 2, 1, samples, Optional.empty());

        assertThat(reached.failed("is odd")).isEqualTo(new Import.Progress(4, 3, 2, 1, samples, Optional.of("is odd")));
    }

    @Test
    void nobody_adds_to_a_submission() {
        Map<String, RawAnswer> answers = new HashMap<>(Map.of("why", new RawAnswer.Text("Queues")));
        var submission =
                new Submission(answers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        answers.clear();

        assertThat(submission.answers()).hasSize(1).isUnmodifiable();
    }
}

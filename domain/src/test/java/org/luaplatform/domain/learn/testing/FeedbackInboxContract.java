package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FeedbackInbox.Receipt;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// What every adapter of [FeedbackInbox] promises. That what it took can be read is in the contract of who reads
/// it.
public interface FeedbackInboxContract {

    FeedbackInbox feedbackInbox();

    @Test
    default void takes_a_piece_of_feedback() {
        var organization = TestOrganizations.anId();

        assertThat(feedbackInbox().add(TestFeedback.aFeedback(organization))).isEqualTo(new Receipt.Added());
        assertThat(feedbackInbox().add(TestFeedback.everything(organization).build()))
                .isEqualTo(new Receipt.Added());
    }

    @Test
    default void takes_no_piece_twice() {
        var piece = TestFeedback.everything(TestOrganizations.anId()).build();
        var _ = feedbackInbox().add(piece);

        assertThat(feedbackInbox().add(piece)).isEqualTo(alreadyThere(piece));
    }

    @Test
    default void takes_no_piece_without_origin_twice() {
        var piece = TestFeedback.aFeedback(TestOrganizations.anId());
        var _ = feedbackInbox().add(piece);

        assertThat(feedbackInbox().add(piece)).isEqualTo(alreadyThere(piece));
    }

    @Test
    default void pieces_without_origin_are_never_the_same() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();

        assertThat(feedbackInbox().add(TestFeedback.aFeedback(organization, form)))
                .isEqualTo(new Receipt.Added());
        assertThat(feedbackInbox().add(TestFeedback.aFeedback(organization, form)))
                .isEqualTo(new Receipt.Added());
    }

    @Test
    default void a_repeated_request_is_told_of_the_first_piece() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var first = feedback(organization, form)
                .formVersion(3)
                .origin(Origin.ofRequest("key", "print"))
                .build();
        var _ = feedbackInbox().add(first);

        var repeated = feedbackInbox()
                .add(feedback(organization, form)
                        .formVersion(4)
                        .at(TestClock.NOON.plusSeconds(60))
                        .origin(Origin.ofRequest("key", "print"))
                        .build());

        assertThat(repeated).isEqualTo(alreadyThere(first));
    }

    @Test
    default void another_request_under_the_same_key_is_told_of_the_first_piece_and_its_fingerprint() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var first = feedback(organization, form)
                .origin(Origin.ofRequest("key", "print"))
                .build();
        var _ = feedbackInbox().add(first);

        var other = feedbackInbox()
                .add(feedback(organization, form)
                        .origin(Origin.ofRequest("key", "another print"))
                        .build());

        assertThat(other).isEqualTo(alreadyThere(first));
    }

    @Test
    default void keys_hold_within_one_form_of_one_organization() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var origin = Origin.ofRequest("key", "print");
        var _ = feedbackInbox().add(feedback(organization, form).origin(origin).build());

        assertThat(feedbackInbox().add(feedback(organization).origin(origin).build()))
                .as("another form")
                .isEqualTo(new Receipt.Added());
        assertThat(feedbackInbox()
                        .add(feedback(TestOrganizations.anId()).origin(origin).build()))
                .as("another organization")
                .isEqualTo(new Receipt.Added());
    }

    @Test
    default void requests_and_rows_do_not_share_their_keys() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var _ = feedbackInbox()
                .add(feedback(organization, form)
                        .origin(Origin.ofRequest("key", "print"))
                        .build());

        var row = feedbackInbox()
                .add(feedback(organization, form)
                        .origin(Origin.ofRow("key", "print", TestImports.anId()))
                        .build());

        assertThat(row).isEqualTo(new Receipt.Added());
    }

    @Test
    default void a_request_is_still_known_after_almost_a_day() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var origin = Origin.ofRequest("key", "print");
        var first = feedback(organization, form).origin(origin).build();
        var _ = feedbackInbox().add(first);

        var repeated = feedbackInbox()
                .add(feedback(organization, form)
                        .at(TestClock.NOON.plus(RepeatedRequests.KEPT).minusSeconds(1))
                        .origin(origin)
                        .build());

        assertThat(repeated).isEqualTo(alreadyThere(first));
    }

    @Test
    default void a_request_is_forgotten_after_a_day_and_its_key_stands_for_the_new_piece() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var origin = Origin.ofRequest("key", "print");
        var _ = feedbackInbox().add(feedback(organization, form).origin(origin).build());
        var nextDay = TestClock.NOON.plus(RepeatedRequests.KEPT).plusSeconds(1);
        var second = feedback(organization, form).at(nextDay).origin(origin).build();

        var added = feedbackInbox().add(second);
        var repeated = feedbackInbox()
                .add(feedback(organization, form)
                        .at(nextDay.plusSeconds(1))
                        .origin(origin)
                        .build());

        assertThat(added).isEqualTo(new Receipt.Added());
        assertThat(repeated).isEqualTo(alreadyThere(second));
    }

    @Test
    default void a_row_is_never_forgotten() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var first = feedback(organization, form)
                .origin(Origin.ofRow("c-17/2026", "print", TestImports.anId()))
                .build();
        var _ = feedbackInbox().add(first);

        var repeated = feedbackInbox()
                .add(feedback(organization, form)
                        .at(TestClock.NOON.plus(Duration.ofDays(4_000)))
                        .origin(Origin.ofRow("c-17/2026", "print", TestImports.anId()))
                        .build());

        assertThat(repeated).isEqualTo(alreadyThere(first));
    }

    @Test
    default void of_concurrent_repetitions_one_is_taken() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        List<Feedback> repetitions = IntStream.range(0, 20)
                .mapToObj(_ -> feedback(organization, form)
                        .origin(Origin.ofRequest("key", "print"))
                        .build())
                .toList();

        var receipts = Concurrently.call(20, number -> feedbackInbox().add(repetitions.get(number)));

        assertThat(receipts).filteredOn(Receipt.Added.class::isInstance).hasSize(1);
        Feedback taken = repetitions.get(receipts.indexOf(new Receipt.Added()));
        assertThat(receipts).filteredOn(Receipt.AlreadyThere.class::isInstance).containsOnly(alreadyThere(taken));
    }

    @Test
    default void of_concurrent_repetitions_after_a_day_one_is_taken() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var origin = Origin.ofRequest("key", "print");
        var _ = feedbackInbox().add(feedback(organization, form).origin(origin).build());
        var nextDay = TestClock.NOON.plus(RepeatedRequests.KEPT).plusSeconds(1);

        var receipts = Concurrently.call(
                20,
                _ -> feedbackInbox()
                        .add(feedback(organization, form)
                                .at(nextDay)
                                .origin(origin)
                                .build()));

        assertThat(receipts).filteredOn(Receipt.Added.class::isInstance).hasSize(1);
    }

    @Test
    default void many_pieces_get_their_receipts_in_order() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var before = row(organization, form, "1");
        var _ = feedbackInbox().add(before);
        var second = row(organization, form, "2");
        var batch = List.of(
                row(organization, form, "1"), second, row(organization, form, "2"), row(organization, form, "3"));

        var receipts = feedbackInbox().addAll(batch);

        assertThat(receipts)
                .containsExactly(alreadyThere(before), new Receipt.Added(), alreadyThere(second), new Receipt.Added());
    }

    @Test
    default void many_pieces_without_origin_are_all_taken_once() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var first = TestFeedback.aFeedback(organization, form);
        var second = TestFeedback.aFeedback(organization, form);

        var receipts = feedbackInbox().addAll(List.of(first, second, first));

        assertThat(receipts).containsExactly(new Receipt.Added(), new Receipt.Added(), alreadyThere(first));
    }

    @Test
    default void no_pieces_get_no_receipts() {
        assertThat(feedbackInbox().addAll(List.of())).isEmpty();
    }

    @Test
    default void a_large_batch_is_taken_whole_and_the_second_time_not_at_all() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();

        var first = feedbackInbox().addAll(rows(organization, form, 1_200));
        var second = feedbackInbox().addAll(rows(organization, form, 1_200));

        assertThat(first).hasSize(1_200).containsOnly(new Receipt.Added());
        assertThat(second).hasSize(1_200).hasOnlyElementsOfType(Receipt.AlreadyThere.class);
    }

    @Test
    default void of_concurrent_batches_with_the_same_rows_each_row_is_taken_once() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();

        var receipts = Concurrently.call(8, _ -> feedbackInbox().addAll(rows(organization, form, 50)));

        for (int row = 0; row < 50; row++) {
            int at = row;
            assertThat(receipts.stream().map(batch -> batch.get(at)).filter(Receipt.Added.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    default void knows_which_ids_name_pieces_of_a_form() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var here = TestFeedback.aFeedback(organization, form);
        var alsoHere = TestFeedback.aFeedback(organization, form);
        var inAnotherForm = TestFeedback.aFeedback(organization);
        var inAnotherOrganization = TestFeedback.aFeedback(TestOrganizations.anId(), form);
        List.of(here, alsoHere, inAnotherForm, inAnotherOrganization).forEach(piece -> {
            var _ = feedbackInbox().add(piece);
        });

        var known = feedbackInbox()
                .known(
                        organization,
                        form,
                        Set.of(
                                here.id(),
                                inAnotherForm.id(),
                                inAnotherOrganization.id(),
                                new FeedbackId(TestIds.next())));

        assertThat(known).containsExactly(here.id());
    }

    @Test
    default void knows_many_ids_at_once() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var rows = rows(organization, form, 1_200);
        var _ = feedbackInbox().addAll(rows);
        Set<FeedbackId> ids = rows.stream().map(Feedback::id).collect(Collectors.toSet());

        assertThat(feedbackInbox().known(organization, form, ids)).isEqualTo(ids);
        assertThat(feedbackInbox().known(organization, form, Set.of())).isEmpty();
    }

    private static Receipt alreadyThere(Feedback first) {
        return new Receipt.AlreadyThere(first.id(), first.formVersion(), first.receivedAt(), first.origin());
    }

    private static Feedback row(OrganizationId organization, FormId form, String key) {
        return feedback(organization, form)
                .words("Row " + key)
                .origin(Origin.ofRow(key, "print of " + key, TestImports.anId()))
                .build();
    }

    private static List<Feedback> rows(OrganizationId organization, FormId form, int count) {
        List<Feedback> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(organization, form, Integer.toString(i)));
        }
        return rows;
    }
}

package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.aFeedback;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;
import static org.luaplatform.domain.understand.testing.TestInsights.anInsight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.Paging;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;

/// What every adapter of [FeedbackEntries] promises; what a filter finds is in [FeedbackSearchContract].
public interface FeedbackEntriesContract extends FeedbackPorts {

    @Test
    default void what_was_received_is_there_with_everything_about_it() {
        var organization = TestOrganizations.anId();
        var piece = received(TestFeedback.everything(organization).build());

        var entry = feedbackEntries().find(organization, piece.id()).orElseThrow();

        assertThat(entry.feedback()).isEqualTo(piece);
        assertThat(entry.feedback().answers().byField().keySet())
                .as("in the order of the form")
                .containsExactlyElementsOf(piece.answers().byField().keySet());
        assertThat(entry.insight()).isEmpty();
        assertThat(entry.themes()).isEmpty();
        assertThat(entry.analysis())
                .isInstanceOfSatisfying(
                        AnalysisState.Pending.class,
                        pending -> assertThat(pending.attempts()).isZero());
    }

    @Test
    default void what_was_understood_is_there_with_everything_about_it() {
        var organization = TestOrganizations.anId();
        var piece = understood(aFeedback(organization), TestInsights.everything());

        var entry = feedbackEntries().find(organization, piece.id());

        assertThat(entry)
                .contains(new FeedbackEntry(
                        piece, new AnalysisState.Done(), Optional.of(TestInsights.everything()), List.of()));
    }

    @Test
    default void what_was_counted_is_there_with_its_themes() {
        var organization = TestOrganizations.anId();
        var themes = List.of(new ThemeId(TestIds.next()), new ThemeId(TestIds.next()));
        var piece = counted(aFeedback(organization), anInsight(SentimentLabel.NEGATIVE), themes);

        assertThat(feedbackEntries().find(organization, piece.id()))
                .map(FeedbackEntry::themes)
                .contains(themes);
    }

    @Test
    default void what_nobody_sent_is_not_found() {
        assertThat(feedbackEntries().find(TestOrganizations.anId(), new FeedbackId(TestIds.next())))
                .isEmpty();
    }

    @Test
    default void other_organizations_find_nothing_of_it() {
        var piece = received(aFeedback(TestOrganizations.anId()));
        var others = TestOrganizations.anId();

        assertThat(feedbackEntries().find(others, piece.id())).isEmpty();
        assertThat(search(others)).isEmpty();
        try (var all = feedbackEntries().stream(others, FeedbackFilter.ALL)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    default void whoever_got_a_receipt_sees_the_piece_at_once() {
        var organization = TestOrganizations.anId();

        var seen = Concurrently.call(20, _ -> {
            var piece = received(aFeedback(organization));
            return feedbackEntries().find(organization, piece.id()).isPresent()
                    && search(organization).contains(piece);
        });

        assertThat(seen).containsOnly(true);
    }

    @Test
    default void a_piece_whose_request_was_forgotten_is_as_it_was() {
        var organization = TestOrganizations.anId();
        var origin = Origin.ofRequest("key", "print");
        var first =
                received(feedback(organization).words("first").origin(origin).build());
        var second = received(feedback(organization, first.form())
                .words("second")
                .at(TestClock.NOON.plus(Duration.ofDays(2)))
                .origin(origin)
                .build());

        assertThat(search(organization)).containsExactly(second, first);
    }

    @Test
    default void the_latest_comes_first_and_of_equals_the_greatest_id() {
        var organization = TestOrganizations.anId();
        var noon = received(at(organization, 0));
        var alsoNoon = received(at(organization, 0));
        var later = received(at(organization, 60));
        var earlier = received(at(organization, -60));
        var aMomentLater =
                received(feedback(organization).at(TestClock.NOON.plusMillis(1)).build());

        assertThat(search(organization)).containsExactly(later, aMomentLater, alsoNoon, noon, earlier);
    }

    @Test
    default void the_order_goes_by_when_it_was_said_and_not_by_when_it_came() {
        var organization = TestOrganizations.anId();
        var saidLate = received(feedback(organization)
                .occurredAt(TestClock.NOON.plusSeconds(1))
                .receivedAt(TestClock.NOON)
                .build());
        var cameLate = received(feedback(organization)
                .occurredAt(TestClock.NOON)
                .receivedAt(TestClock.NOON.plusSeconds(9))
                .build());

        assertThat(search(organization)).containsExactly(saidLate, cameLate);
    }

    @Test
    default void nobody_sent_anything_and_the_page_is_empty() {
        assertThat(feedbackEntries().search(TestOrganizations.anId(), FeedbackFilter.ALL, PageRequest.first(10)))
                .isEqualTo(Page.last(List.of()));
    }

    @Test
    default void pages_show_each_piece_once_and_in_order() {
        var organization = TestOrganizations.anId();
        List<Feedback> latestFirst = some(organization, 25).reversed();

        var seen = Paging.all(4, page -> feedbackEntries().search(organization, FeedbackFilter.ALL, page));

        assertThat(seen).extracting(FeedbackEntry::feedback).containsExactlyElementsOf(latestFirst);
    }

    @Test
    default void the_last_page_of_feedback_says_so() {
        var organization = TestOrganizations.anId();
        List<Feedback> _ = some(organization, 6);
        var page = PageRequest.first(3);

        var first = feedbackEntries().search(organization, FeedbackFilter.ALL, page);
        var second = feedbackEntries()
                .search(
                        organization,
                        FeedbackFilter.ALL,
                        page.after(first.next().orElseThrow()));

        assertThat(second.items()).hasSize(3);
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void feedback_that_comes_while_pages_are_turned_neither_repeats_nor_hides_any() {
        var organization = TestOrganizations.anId();
        List<Feedback> latestFirst = some(organization, 25).reversed();

        var seen = Paging.all(4, page -> feedbackEntries().search(organization, FeedbackFilter.ALL, page), () -> {
            var _ = received(at(organization, 1_000));
            var _ = received(at(organization, -1_000));
        });

        assertThat(seen)
                .extracting(FeedbackEntry::feedback)
                .doesNotHaveDuplicates()
                .containsSubsequence(latestFirst);
    }

    @Test
    default void foreign_cursors_of_feedback_are_refused() {
        var organization = TestOrganizations.anId();
        List<Feedback> _ = some(organization, 3);

        Paging.refusesForeignCursors(page -> feedbackEntries().search(organization, FeedbackFilter.ALL, page));
    }

    @Test
    default void a_stream_goes_through_everything_in_the_order_of_a_search() {
        var organization = TestOrganizations.anId();
        List<Feedback> latestFirst = some(organization, 450).reversed();

        try (var all = feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
            assertThat(all.map(FeedbackEntry::feedback)).containsExactlyElementsOf(latestFirst);
        }
    }

    @Test
    default void a_stream_that_nobody_reads_to_its_end_holds_nothing_up() {
        var organization = TestOrganizations.anId();
        List<Feedback> latestFirst = some(organization, 300).reversed();

        for (int i = 0; i < 30; i++) {
            try (var all = feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
                assertThat(all.map(FeedbackEntry::feedback).findFirst()).contains(latestFirst.getFirst());
            }
        }

        var another = received(at(organization, 1_000));
        assertThat(feedbackEntries().find(organization, another.id())).isPresent();
    }

    private static Feedback at(OrganizationId organization, long second) {
        return feedback(organization)
                .words("Queues")
                .at(TestClock.NOON.plusSeconds(second))
                .build();
    }

    /// Pieces that came one second after the other.
    private List<Feedback> some(OrganizationId organization, int count) {
        FormId form = TestForms.anId();
        List<Feedback> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(feedback(organization, form)
                    .words("Queues")
                    .at(TestClock.NOON.plusSeconds(i))
                    .build());
        }
        var _ = feedbackInbox().addAll(some);
        return some;
    }

    private List<Feedback> search(OrganizationId organization) {
        return feedbackEntries().search(organization, FeedbackFilter.ALL, PageRequest.first(100)).items().stream()
                .map(FeedbackEntry::feedback)
                .toList();
    }
}

package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.aFeedback;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;
import static org.luaplatform.domain.understand.testing.TestInsights.anInsight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.Paging;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisQueue.Backlog;
import org.luaplatform.domain.understand.AnalysisQueue.Claim;
import org.luaplatform.domain.understand.AnalysisQueue.Completion;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.SentimentLabel;

/// What every adapter of [AnalysisQueue] promises.
public interface AnalysisQueueContract extends FeedbackPorts {

    Instant NOON = TestClock.NOON;
    Duration LEASE = Duration.ofMinutes(1);
    Insight SAD = anInsight(SentimentLabel.NEGATIVE, "queue");
    Insight GLAD = anInsight(SentimentLabel.POSITIVE, "staff");

    @Test
    default void feedback_is_due_as_soon_as_it_was_received() {
        var piece = received(TestFeedback.everything(TestOrganizations.anId())
                .receivedAt(NOON)
                .build());

        assertThat(analysisQueue().claim(10, NOON, LEASE)).singleElement().satisfies(claim -> {
            assertThat(claim.feedback()).isEqualTo(piece);
            assertThat(claim.attempts()).isZero();
            assertThat(claim.token()).isNotBlank();
        });
    }

    @Test
    default void feedback_of_a_batch_is_due_too() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var batch = List.of(aFeedback(organization, form), aFeedback(organization, form));
        var _ = feedbackInbox().addAll(batch);

        assertThat(claimed(10, NOON)).containsExactlyInAnyOrderElementsOf(batch);
    }

    @Test
    default void where_nothing_waits_there_is_nothing_to_claim() {
        assertThat(analysisQueue().claim(10, LATER, LEASE)).isEmpty();
    }

    @Test
    default void the_longest_waiting_of_all_organizations_come_first() {
        var second = received(at(TestOrganizations.anId(), 2));
        var first = received(at(TestOrganizations.anId(), 1));
        var third = received(at(TestOrganizations.anId(), 3));

        assertThat(claimed(2, NOON.plusSeconds(9))).containsExactly(first, second);
        assertThat(claimed(2, NOON.plusSeconds(9))).containsExactly(third);
    }

    @Test
    default void a_leased_piece_is_given_to_nobody_else() {
        var _ = received(at(TestOrganizations.anId(), 0));
        assertThat(claimed(10, NOON)).hasSize(1);

        assertThat(claimed(10, NOON.plusSeconds(59))).isEmpty();
    }

    @Test
    default void a_piece_whose_worker_died_is_due_again_and_counts_as_tried() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var first = claim(NOON);

        var second = claim(NOON.plusSeconds(61));
        var third = claim(NOON.plusSeconds(122));

        assertThat(List.of(second, third)).extracting(Claim::feedback).containsOnly(piece);
        assertThat(List.of(first, second, third)).extracting(Claim::attempts).containsExactly(0, 1, 2);
        assertThat(List.of(first, second, third)).extracting(Claim::token).doesNotHaveDuplicates();
    }

    @Test
    default void an_insight_is_stored_and_the_piece_is_not_due_any_more() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var claim = claim(NOON);

        var stored = analysisQueue().complete(List.of(new Completion(claim, TestInsights.everything())));

        assertThat(stored).containsExactly(piece.id());
        assertThat(entry(piece))
                .isEqualTo(new FeedbackEntry(
                        piece, new AnalysisState.Done(), Optional.of(TestInsights.everything()), List.of()));
        assertThat(claimed(10, LATER)).isEmpty();
    }

    @Test
    default void an_insight_that_comes_late_is_stored_if_nobody_took_over() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var claim = claim(NOON);

        // The queue is not told what time it is: the lease is still the last one given.
        assertThat(analysisQueue().complete(List.of(new Completion(claim, SAD))))
                .containsExactly(piece.id());
    }

    @Test
    default void an_insight_of_a_lost_lease_changes_nothing_while_the_next_worker_is_at_it() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var slow = claim(NOON);
        var next = claim(NOON.plusSeconds(61));

        var late = analysisQueue().complete(List.of(new Completion(slow, SAD)));

        assertThat(late).isEmpty();
        assertThat(entry(piece).insight()).isEmpty();
        assertThat(analysisQueue().complete(List.of(new Completion(next, GLAD))))
                .containsExactly(piece.id());
    }

    @Test
    default void an_insight_of_a_lost_lease_changes_nothing_after_the_next_worker_was_done() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var slow = claim(NOON);
        var next = claim(NOON.plusSeconds(61));
        var _ = analysisQueue().complete(List.of(new Completion(next, GLAD)));
        var done = entry(piece);

        var late = analysisQueue().complete(List.of(new Completion(slow, SAD)));
        var again = analysisQueue().complete(List.of(new Completion(next, SAD)));

        assertThat(late).isEmpty();
        assertThat(again).isEmpty();
        assertThat(entry(piece)).isEqualTo(done);
    }

    @Test
    default void of_many_insights_those_are_stored_whose_lease_is_held() {
        var lost = received(at(TestOrganizations.anId(), 0));
        var slow = claim(NOON);
        var held = received(at(TestOrganizations.anId(), 1));
        var alsoHeld = received(at(TestOrganizations.anId(), 2));
        var claims = analysisQueue().claim(10, NOON.plusSeconds(61), LEASE);
        assertThat(claims).extracting(Claim::feedback).containsExactlyInAnyOrder(lost, held, alsoHeld);

        var stored = analysisQueue()
                .complete(List.of(
                        new Completion(of(held, claims), SAD),
                        new Completion(slow, SAD),
                        new Completion(of(alsoHeld, claims), GLAD)));

        assertThat(stored).containsExactlyInAnyOrder(held.id(), alsoHeld.id());
        assertThat(entry(lost).insight()).isEmpty();
        assertThat(entry(held).insight()).contains(SAD);
        assertThat(entry(alsoHeld).insight()).contains(GLAD);
    }

    @Test
    default void nothing_to_store_stores_nothing() {
        assertThat(analysisQueue().complete(List.of())).isEmpty();
    }

    @Test
    default void a_postponed_piece_is_due_when_it_said() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var dueAt = NOON.plusSeconds(10);

        analysisQueue().postpone(claim(NOON), dueAt, "The model is away, 😀");

        assertThat(entry(piece).analysis())
                .isEqualTo(new AnalysisState.Pending(1, dueAt, Optional.of("The model is away, 😀")));
        assertThat(claimed(10, NOON.plusSeconds(9))).isEmpty();
        assertThat(claim(dueAt).attempts()).isEqualTo(1);
    }

    @Test
    default void a_postponed_claim_is_of_no_use_any_more() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var claim = claim(NOON);
        analysisQueue().postpone(claim, NOON.plusSeconds(10), "away");

        assertThat(analysisQueue().complete(List.of(new Completion(claim, SAD))))
                .isEmpty();
        assertThat(entry(piece).insight()).isEmpty();
    }

    @Test
    default void a_lost_lease_postpones_nothing() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var slow = claim(NOON);
        var next = claim(NOON.plusSeconds(61));

        analysisQueue().postpone(slow, NOON.plusSeconds(10), "slow");

        assertThat(claimed(10, NOON.plusSeconds(62))).isEmpty();
        assertThat(analysisQueue().complete(List.of(new Completion(next, SAD)))).containsExactly(piece.id());
    }

    @Test
    default void what_was_given_up_is_not_due_any_more() {
        var piece = received(at(TestOrganizations.anId(), 0));
        analysisQueue().postpone(claim(NOON), NOON, "away");

        analysisQueue().giveUp(claim(NOON), NOON.plusSeconds(5), "poison");

        assertThat(entry(piece))
                .isEqualTo(new FeedbackEntry(
                        piece,
                        new AnalysisState.Failed(2, "poison", NOON.plusSeconds(5)),
                        Optional.empty(),
                        List.of()));
        assertThat(claimed(10, LATER)).isEmpty();
    }

    @Test
    default void a_lost_lease_gives_nothing_up() {
        var piece = received(at(TestOrganizations.anId(), 0));
        var slow = claim(NOON);
        var next = claim(NOON.plusSeconds(61));

        analysisQueue().giveUp(slow, NOON, "slow");

        assertThat(entry(piece).analysis()).isInstanceOf(AnalysisState.Pending.class);
        assertThat(analysisQueue().complete(List.of(new Completion(next, SAD)))).containsExactly(piece.id());
    }

    @Test
    default void what_was_given_up_is_listed_latest_first() {
        var organization = TestOrganizations.anId();
        List<Feedback> givenUp = givenUp(organization, 5);
        var _ = understood(at(organization, 100), SAD);
        var _ = received(at(organization, 100));
        var _ = givenUp(TestOrganizations.anId(), 2);

        var seen = Paging.all(2, page -> analysisQueue().failed(organization, page));

        assertThat(seen).extracting(FeedbackEntry::feedback).containsExactlyElementsOf(givenUp.reversed());
        assertThat(seen).extracting(FeedbackEntry::analysis).hasOnlyElementsOfType(AnalysisState.Failed.class);
    }

    @Test
    default void what_is_given_up_while_pages_are_turned_neither_repeats_nor_hides_any() {
        var organization = TestOrganizations.anId();
        List<Feedback> givenUp = givenUp(organization, 7);

        var seen = Paging.all(2, page -> analysisQueue().failed(organization, page), () -> {
            var _ = received(at(organization, 0));
            analysisQueue().giveUp(claim(LATER), NOON.plusSeconds(1_000), "poison");
        });

        assertThat(seen).extracting(FeedbackEntry::feedback).containsExactlyElementsOf(givenUp.reversed());
    }

    @Test
    default void an_organization_without_failures_has_an_empty_list_of_them() {
        assertThat(analysisQueue().failed(TestOrganizations.anId(), PageRequest.first(10)))
                .isEqualTo(Page.last(List.of()));
    }

    @Test
    default void foreign_cursors_of_failures_are_refused() {
        var organization = TestOrganizations.anId();
        var _ = givenUp(organization, 3);

        Paging.refusesForeignCursors(page -> analysisQueue().failed(organization, page));
    }

    @Test
    default void what_was_given_up_is_tried_from_the_beginning_when_somebody_asks() {
        var organization = TestOrganizations.anId();
        var piece = givenUp(organization, 1).getFirst();
        var now = NOON.plusSeconds(100);

        boolean found = analysisQueue().retry(organization, piece.id(), now);

        assertThat(found).isTrue();
        assertThat(entry(piece).analysis()).isEqualTo(new AnalysisState.Pending(0, now, Optional.empty()));
        assertThat(analysisQueue().failed(organization, PageRequest.first(10)).items())
                .isEmpty();
        assertThat(claim(now).attempts()).isZero();
    }

    @Test
    default void what_was_understood_keeps_its_insight_until_the_next_one_is_there() {
        var organization = TestOrganizations.anId();
        var piece = understood(at(organization, 0), SAD);

        boolean found = analysisQueue().retry(organization, piece.id(), NOON.plusSeconds(100));

        assertThat(found).isTrue();
        assertThat(entry(piece).insight()).contains(SAD);
        var claim = claim(NOON.plusSeconds(100));
        var _ = analysisQueue().complete(List.of(new Completion(claim, GLAD)));
        assertThat(entry(piece).insight()).contains(GLAD);
    }

    @Test
    default void what_is_given_up_the_second_time_keeps_its_insight() {
        var organization = TestOrganizations.anId();
        var piece = understood(at(organization, 0), SAD);
        var _ = analysisQueue().retry(organization, piece.id(), NOON);

        analysisQueue().giveUp(claim(NOON), NOON.plusSeconds(1), "poison");

        assertThat(entry(piece).analysis()).isInstanceOf(AnalysisState.Failed.class);
        assertThat(entry(piece).insight()).contains(SAD);
    }

    @Test
    default void a_retry_takes_the_lease_from_whoever_has_it() {
        var organization = TestOrganizations.anId();
        var piece = received(at(organization, 0));
        var before = claim(NOON);

        var _ = analysisQueue().retry(organization, piece.id(), NOON);

        assertThat(analysisQueue().complete(List.of(new Completion(before, SAD))))
                .isEmpty();
        assertThat(claim(NOON).attempts()).isZero();
    }

    @Test
    default void what_is_not_there_and_what_others_have_is_not_retried() {
        var piece = givenUp(TestOrganizations.anId(), 1).getFirst();

        assertThat(analysisQueue().retry(TestOrganizations.anId(), piece.id(), NOON))
                .isFalse();
        assertThat(analysisQueue().retry(piece.organization(), new FeedbackId(TestIds.next()), NOON))
                .isFalse();
        assertThat(entry(piece).analysis()).isInstanceOf(AnalysisState.Failed.class);
    }

    @Test
    default void the_backlog_is_empty_at_the_beginning() {
        assertThat(analysisQueue().backlog()).isEqualTo(new Backlog(0, 0, Optional.empty()));
    }

    @Test
    default void the_backlog_tells_what_waits_and_since_when() {
        var _ = understood(at(TestOrganizations.anId(), 0), SAD);
        var _ = givenUp(TestOrganizations.anId(), 2);
        var _ = received(at(TestOrganizations.anId(), 10));
        var _ = received(at(TestOrganizations.anId(), 20));
        var _ = claim(NOON.plusSeconds(10));

        assertThat(analysisQueue().backlog()).isEqualTo(new Backlog(2, 2, Optional.of(NOON.plusSeconds(10))));
    }

    @Test
    default void concurrent_workers_are_never_given_the_same_piece() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        List<Feedback> pieces = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pieces.add(aFeedback(organization, form));
        }
        var _ = feedbackInbox().addAll(pieces);

        var claimed = Concurrently.call(10, _ -> {
            List<Feedback> mine = new ArrayList<>();
            List<Feedback> next = claimed(7, NOON);
            while (!next.isEmpty()) {
                mine.addAll(next);
                next = claimed(7, NOON);
            }
            return mine;
        });

        assertThat(claimed.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(pieces);
    }

    @Test
    default void concurrent_workers_who_take_each_others_leases_store_each_insight_once() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        List<Feedback> pieces = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pieces.add(aFeedback(organization, form));
        }
        var _ = feedbackInbox().addAll(pieces);

        // A lease of no time at all: every claim takes away somebody's lease.
        var stored = Concurrently.call(6, _ -> {
            List<FeedbackId> mine = new ArrayList<>();
            List<Claim> next = analysisQueue().claim(10, NOON, Duration.ZERO);
            while (!next.isEmpty()) {
                mine.addAll(analysisQueue()
                        .complete(next.stream()
                                .map(claim -> new Completion(claim, SAD))
                                .toList()));
                next = analysisQueue().claim(10, NOON, Duration.ZERO);
            }
            return mine;
        });

        assertThat(stored.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        pieces.stream().map(Feedback::id).toList());
        assertThat(analysisQueue().backlog()).isEqualTo(new Backlog(0, 0, Optional.empty()));
    }

    private static Feedback at(OrganizationId organization, long second) {
        return feedback(organization)
                .words("Queues")
                .at(NOON.plusSeconds(second))
                .build();
    }

    /// Pieces that were given up one second after the other.
    private List<Feedback> givenUp(OrganizationId organization, int count) {
        List<Feedback> givenUp = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            givenUp.add(received(at(organization, 0)));
            analysisQueue().giveUp(claim(NOON), NOON.plusSeconds(i), "poison");
        }
        return givenUp;
    }

    /// The only piece that is due.
    private Claim claim(Instant now) {
        List<Claim> claims = analysisQueue().claim(10, now, LEASE);
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    private static Claim of(Feedback piece, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.feedback().equals(piece))
                .findFirst()
                .orElseThrow();
    }

    private List<Feedback> claimed(int max, Instant now) {
        return analysisQueue().claim(max, now, LEASE).stream()
                .map(Claim::feedback)
                .toList();
    }

    private FeedbackEntry entry(Feedback piece) {
        return feedbackEntries().find(piece.organization(), piece.id()).orElseThrow();
    }
}

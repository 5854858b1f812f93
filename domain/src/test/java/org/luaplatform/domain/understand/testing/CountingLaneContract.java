package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;
import static org.luaplatform.domain.understand.testing.TestCounts.change;
import static org.luaplatform.domain.understand.testing.TestCounts.figures;
import static org.luaplatform.domain.understand.testing.TestInsights.anInsight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.CountingLane.Lane;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.CountingLane.Uncounted;
import org.luaplatform.domain.understand.SentimentLabel;

/// Who may work in a lane of [CountingLane], on what, and which plans are stored. That the counts come out right is
/// in [ExactCountsContract].
public interface CountingLaneContract extends FeedbackPorts {

    Duration STAY = Duration.ofMinutes(1);

    @Test
    default void at_the_beginning_nothing_waits_to_be_counted() {
        assertThat(countingLane().waiting(10)).isEmpty();
        assertThat(countingLane().uncounted(TestOrganizations.anId(), 10)).isEmpty();
    }

    @Test
    default void feedback_waits_to_be_counted_once_it_was_understood() {
        var organization = TestOrganizations.anId();
        var _ = received(aPiece(organization));
        var piece = understood(aPiece(organization), anInsight(SentimentLabel.NEGATIVE));

        var uncounted = countingLane().uncounted(organization, 10);

        assertThat(uncounted).singleElement().satisfies(one -> {
            assertThat(one.entry())
                    .isEqualTo(feedbackEntries().find(organization, piece.id()).orElseThrow());
            assertThat(one.counted()).isEmpty();
        });
        assertThat(countingLane().waiting(10)).containsExactly(organization);
    }

    @Test
    default void feedback_that_was_given_up_waits_to_be_counted_too() {
        var organization = TestOrganizations.anId();
        var piece = givenUp(aPiece(organization));

        assertThat(uncountedIds(organization)).containsExactly(piece.id());
        assertThat(countingLane().waiting(10)).containsExactly(organization);
    }

    @Test
    default void what_waits_comes_in_the_order_of_ids_and_in_portions() {
        var organization = TestOrganizations.anId();
        List<FeedbackId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(new FeedbackId(TestIds.next()));
        }
        for (int i : new int[] {3, 0, 4, 1, 2}) {
            var _ = understood(
                    feedback(organization)
                            .id(ids.get(i))
                            .at(TestClock.NOON.minusSeconds(i))
                            .build(),
                    anInsight(SentimentLabel.NEUTRAL));
        }
        var _ = understood(aPiece(TestOrganizations.anId()), anInsight(SentimentLabel.NEUTRAL));

        assertThat(countingLane().uncounted(organization, 3))
                .extracting(one -> one.entry().feedback().id())
                .containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(uncountedIds(organization)).containsExactlyElementsOf(ids);
    }

    @Test
    default void organizations_wait_as_long_as_something_of_theirs_waits() {
        var first = TestOrganizations.anId();
        var second = TestOrganizations.anId();
        var _ = understood(aPiece(first), anInsight(SentimentLabel.NEUTRAL));
        var _ = understood(aPiece(second), anInsight(SentimentLabel.NEUTRAL));
        assertThat(countingLane().waiting(10)).containsExactlyInAnyOrder(first, second);
        assertThat(countingLane().waiting(1)).hasSize(1);

        countAll(first);

        assertThat(countingLane().waiting(10)).containsExactly(second);
    }

    @Test
    default void an_organization_waits_while_a_plan_is_not_concluded() {
        var organization = TestOrganizations.anId();
        var lane = enter(organization, "worker");
        var plan = aPlan(lane);
        assertThat(countingLane().plan(lane, plan)).isTrue();
        assertThat(countingLane().waiting(10)).containsExactly(organization);

        countingLane().carryOut(plan);

        assertThat(countingLane().waiting(10)).isEmpty();
    }

    @Test
    default void a_lane_has_one_worker_at_a_time() {
        var organization = TestOrganizations.anId();
        var first = enter(organization, "first");

        assertThat(countingLane().enter(organization, "second", TestClock.NOON.plusSeconds(59), STAY))
                .isEmpty();
        var second = countingLane()
                .enter(organization, "second", TestClock.NOON.plusSeconds(61), STAY)
                .orElseThrow();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(countingLane().enter(organization, "first", TestClock.NOON.plusSeconds(62), STAY))
                .isEmpty();
    }

    @Test
    default void lanes_of_other_organizations_are_free() {
        var _ = enter(TestOrganizations.anId(), "first");

        assertThat(countingLane().enter(TestOrganizations.anId(), "second", TestClock.NOON, STAY))
                .isPresent();
    }

    @Test
    default void a_worker_prolongs_its_stay() {
        var organization = TestOrganizations.anId();
        var first = enter(organization, "worker");

        var again = countingLane()
                .enter(organization, "worker", TestClock.NOON.plusSeconds(30), STAY)
                .orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(countingLane().enter(organization, "other", TestClock.NOON.plusSeconds(61), STAY))
                .isEmpty();
        assertThat(countingLane().enter(organization, "other", TestClock.NOON.plusSeconds(91), STAY))
                .isPresent();
    }

    @Test
    default void who_leaves_lets_the_next_in_at_once() {
        var organization = TestOrganizations.anId();
        var first = enter(organization, "first");

        countingLane().leave(first);

        var second = enter(organization, "second");
        assertThat(second.epoch()).isGreaterThan(first.epoch());
    }

    @Test
    default void who_was_replaced_cannot_show_the_next_the_door() {
        var organization = TestOrganizations.anId();
        var slow = enter(organization, "slow");
        Instant later = TestClock.NOON.plusSeconds(61);
        assertThat(countingLane().enter(organization, "next", later, STAY)).isPresent();

        countingLane().leave(slow);

        assertThat(countingLane().enter(organization, "third", later, STAY)).isEmpty();
    }

    @Test
    default void of_concurrent_workers_one_enters() {
        var organization = TestOrganizations.anId();

        var entered = Concurrently.call(
                20, number -> countingLane().enter(organization, "worker " + number, TestClock.NOON, STAY));

        assertThat(entered).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    default void whoever_enters_after_a_crash_finds_the_plan() {
        var organization = TestOrganizations.anId();
        var _ = understood(aPiece(organization), TestInsights.everything());
        var lane = enter(organization, "dies");
        var plan = planAll(lane);
        assertThat(lane.open()).isEmpty();
        assertThat(countingLane().plan(lane, plan)).isTrue();

        var next = countingLane()
                .enter(organization, "next", TestClock.NOON.plusSeconds(61), STAY)
                .orElseThrow();

        assertThat(next.open()).contains(plan);
        assertThat(next.sequence()).isEqualTo(plan.sequence());
    }

    @Test
    default void the_same_worker_finds_its_own_plan() {
        var organization = TestOrganizations.anId();
        var lane = enter(organization, "worker");
        var plan = aPlan(lane);
        var _ = countingLane().plan(lane, plan);

        var again = enter(organization, "worker");

        assertThat(again.open()).contains(plan);
        assertThat(again.epoch()).isEqualTo(lane.epoch());
    }

    @Test
    default void a_plan_that_was_carried_out_is_not_found_any_more() {
        var organization = TestOrganizations.anId();
        var lane = enter(organization, "worker");
        var plan = aPlan(lane);
        var _ = countingLane().plan(lane, plan);

        countingLane().carryOut(plan);

        var again = enter(organization, "worker");
        assertThat(again.open()).isEmpty();
        assertThat(again.sequence()).isEqualTo(plan.sequence());
    }

    @Test
    default void who_was_replaced_stores_no_plan() {
        var organization = TestOrganizations.anId();
        var slow = enter(organization, "slow");
        var next = countingLane()
                .enter(organization, "next", TestClock.NOON.plusSeconds(61), STAY)
                .orElseThrow();

        assertThat(countingLane().plan(slow, aPlan(slow))).isFalse();
        assertThat(countingLane().plan(next, aPlan(next))).isTrue();
    }

    @Test
    default void no_plan_is_stored_beside_one_that_is_not_concluded() {
        var lane = enter(TestOrganizations.anId(), "worker");
        var plan = aPlan(lane);
        var _ = countingLane().plan(lane, plan);
        var following = new Lane(lane.organization(), lane.worker(), lane.epoch(), plan.sequence(), Optional.empty());

        assertThat(countingLane().plan(lane, plan)).isFalse();
        assertThat(countingLane().plan(following, aPlan(following))).isFalse();

        countingLane().carryOut(plan);
        assertThat(countingLane().plan(following, aPlan(following))).isTrue();
    }

    @Test
    default void no_plan_is_stored_out_of_turn() {
        var lane = enter(TestOrganizations.anId(), "worker");
        var first = aPlan(lane);
        var _ = countingLane().plan(lane, first);
        countingLane().carryOut(first);
        var ahead = new Lane(lane.organization(), lane.worker(), lane.epoch(), first.sequence() + 1, Optional.empty());

        assertThat(countingLane().plan(lane, first)).as("a second time").isFalse();
        assertThat(countingLane().plan(ahead, aPlan(ahead))).as("too early").isFalse();
    }

    @Test
    default void of_concurrent_plans_one_is_stored() {
        var organization = TestOrganizations.anId();
        var lane = enter(organization, "worker");
        var form = TestForms.anId();
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            plans.add(TestCounts.plan(lane, change(figures(form, TestCounts.FIRST_DAY), i, "volume", 1)));
        }

        var stored = Concurrently.call(10, number -> countingLane().plan(lane, plans.get(number)));

        assertThat(stored).filteredOn(one -> one).hasSize(1);
        assertThat(enter(organization, "worker").open()).contains(plans.get(stored.indexOf(true)));
    }

    @Test
    default void a_recount_has_pieces_wait_again() {
        var organization = TestOrganizations.anId();
        var piece = understood(aPiece(organization), anInsight(SentimentLabel.NEUTRAL));
        var other = understood(aPiece(organization), anInsight(SentimentLabel.NEUTRAL));
        countAll(organization);

        countingLane().recount(organization, List.of(piece.id()));

        assertThat(uncountedIds(organization)).containsExactly(piece.id()).doesNotContain(other.id());
        assertThat(countingLane().waiting(10)).containsExactly(organization);
    }

    @Test
    default void a_recount_of_what_waits_anyway_has_it_wait_once() {
        var organization = TestOrganizations.anId();
        var piece = understood(aPiece(organization), anInsight(SentimentLabel.NEUTRAL));

        countingLane().recount(organization, List.of(piece.id(), piece.id()));
        assertThat(uncountedIds(organization)).containsExactly(piece.id());
        countAll(organization);

        assertThat(uncountedIds(organization)).isEmpty();
    }

    @Test
    default void a_recount_leaves_alone_what_was_never_analysed_what_is_not_there_and_what_others_have() {
        var organization = TestOrganizations.anId();
        var waiting = received(aPiece(organization));
        var theirs = TestOrganizations.anId();
        var theirPiece = understood(aPiece(theirs), anInsight(SentimentLabel.NEUTRAL));
        countAll(theirs);

        countingLane().recount(organization, List.of(waiting.id(), theirPiece.id(), new FeedbackId(TestIds.next())));
        countingLane().recount(organization, List.of());

        assertThat(uncountedIds(organization)).isEmpty();
        assertThat(uncountedIds(theirs)).isEmpty();
        assertThat(countingLane().waiting(10)).isEmpty();
    }

    private static Feedback aPiece(OrganizationId organization) {
        return feedback(organization).words("Queues").build();
    }

    private Feedback givenUp(Feedback piece) {
        var _ = received(piece);
        AnalysisQueue.Claim claim =
                analysisQueue().claim(1, LATER, Duration.ofSeconds(1)).getFirst();
        analysisQueue().giveUp(claim, TestClock.NOON, "poison");
        return piece;
    }

    private Lane enter(OrganizationId organization, String worker) {
        return countingLane().enter(organization, worker, TestClock.NOON, STAY).orElseThrow();
    }

    private static Plan aPlan(Lane lane) {
        return TestCounts.plan(lane, change(figures(TestForms.anId(), TestCounts.FIRST_DAY), 7, "volume", 1));
    }

    private Plan planAll(Lane lane) {
        return TestCounts.plan(lane, countingLane().uncounted(lane.organization(), 100), 1);
    }

    private void countAll(OrganizationId organization) {
        Lane lane = countingLane()
                .enter(organization, "the test", LATER, Duration.ZERO)
                .orElseThrow();
        Plan plan = planAll(lane);
        assertThat(countingLane().plan(lane, plan)).isTrue();
        countingLane().carryOut(plan);
        countingLane().leave(lane);
    }

    private List<FeedbackId> uncountedIds(OrganizationId organization) {
        return countingLane().uncounted(organization, 100).stream()
                .map(Uncounted::entry)
                .map(entry -> entry.feedback().id())
                .toList();
    }
}

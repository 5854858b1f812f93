package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;
import static org.luaplatform.domain.understand.testing.TestInsights.anInsight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingLane.Lane;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.CountingLane.Uncounted;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.ThemeId;

/// That the buckets of [CountingLane] hold each piece exactly once: whatever crashes, comes late, happens twice or
/// changes meanwhile.
public interface ExactCountsContract extends FeedbackPorts {

    @Test
    default void a_plan_that_is_carried_out_counts_its_pieces() {
        var organization = TestOrganizations.anId();
        var _ = some(organization, 5);

        round(organization, 1);

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1)).isNotEmpty();
        assertThat(uncounted(organization)).isEmpty();
    }

    @Test
    default void the_plan_names_the_themes_that_a_piece_is_under_from_now_on() {
        var organization = TestOrganizations.anId();
        var piece = some(organization, 1).getFirst();
        var themes = List.of(new ThemeId(TestIds.next()), new ThemeId(TestIds.next()));
        Lane lane = enter(organization);
        Uncounted one = uncounted(organization).getFirst();
        var plan = new Plan(
                organization,
                lane.sequence() + 1,
                List.of(new CountingLane.Counted(piece.id(), one.revision(), themes, List.of())),
                List.of());
        var _ = countingLane().plan(lane, plan);

        countingLane().carryOut(plan);

        assertThat(feedbackEntries().find(organization, piece.id()))
                .map(FeedbackEntry::themes)
                .contains(themes);
    }

    @Test
    default void carrying_a_plan_out_twice_changes_nothing() {
        var organization = TestOrganizations.anId();
        var _ = some(organization, 5);
        Plan plan = planned(organization, 1);
        countingLane().carryOut(plan);

        countingLane().carryOut(plan);

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1));
        assertThat(uncounted(organization)).isEmpty();
    }

    @Test
    default void a_worker_that_was_slow_changes_nothing_after_later_plans() {
        var organization = TestOrganizations.anId();
        List<Feedback> pieces = some(organization, 5);
        Plan slow = planned(organization, 1);
        countingLane().carryOut(slow);
        countingLane().recount(organization, ids(pieces));
        round(organization, 2);
        countingLane().recount(organization, ids(pieces.subList(0, 2)));
        round(organization, 2);

        countingLane().carryOut(slow);

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 2));
        assertThat(uncounted(organization)).isEmpty();
        countingLane().recount(organization, ids(pieces));
        assertThat(uncounted(organization))
                .allSatisfy(one -> assertThat(one.counted()).isEqualTo(TestCounts.contributions(one.entry(), 2)));
    }

    @Test
    default void a_worker_that_was_slow_concludes_no_later_plan() {
        var organization = TestOrganizations.anId();
        List<Feedback> pieces = some(organization, 2);
        Plan slow = planned(organization, 1);
        countingLane().carryOut(slow);
        countingLane().recount(organization, ids(pieces));
        Plan next = planned(organization, 2);

        countingLane().carryOut(slow);

        assertThat(enter(organization).open()).contains(next);
        countingLane().carryOut(next);
        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 2));
    }

    @Test
    default void the_next_worker_finishes_what_a_crash_left_at_any_step() {
        for (int steps = 0; steps < 8; steps++) {
            var organization = TestOrganizations.anId();
            var _ = some(organization, 4);
            Plan plan = planned(organization, 1);
            countingLane().carryOut(firstSteps(plan, steps));

            countingLane().carryOut(plan);

            assertThat(stored(organization)).as("after %s steps", steps).isEqualTo(fromScratch(organization, 1));
            assertThat(uncounted(organization)).isEmpty();
        }
    }

    @Test
    default void workers_who_carry_out_the_same_plan_at_once_count_once() {
        var organization = TestOrganizations.anId();
        var _ = some(organization, 20);
        Plan plan = planned(organization, 1);

        var _ = Concurrently.call(8, number -> {
            countingLane().carryOut(plan);
            return number;
        });

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1));
        assertThat(uncounted(organization)).isEmpty();
    }

    @Test
    default void a_piece_that_changes_before_it_is_planned_waits_in_its_newer_state() {
        var organization = TestOrganizations.anId();
        var piece = some(organization, 1).getFirst();
        Lane lane = enter(organization);
        List<Uncounted> read = uncounted(organization);

        understoodAgain(piece, anInsight("fr", SentimentLabel.POSITIVE, "staff"));
        Plan plan = TestCounts.plan(lane, read, 1);
        var _ = countingLane().plan(lane, plan);
        countingLane().carryOut(plan);

        assertWaitsInItsNewerState(organization, plan);
    }

    @Test
    default void a_piece_that_changes_while_a_plan_is_open_waits_in_its_newer_state() {
        var organization = TestOrganizations.anId();
        var piece = some(organization, 1).getFirst();
        Plan plan = planned(organization, 1);

        understoodAgain(piece, anInsight("fr", SentimentLabel.POSITIVE, "staff"));
        countingLane().carryOut(plan);

        assertWaitsInItsNewerState(organization, plan);
    }

    @Test
    default void a_piece_that_changes_after_it_was_counted_is_counted_in_its_newer_state() {
        var organization = TestOrganizations.anId();
        var piece = some(organization, 1).getFirst();
        Plan plan = planned(organization, 1);
        countingLane().carryOut(plan);

        understoodAgain(piece, anInsight("fr", SentimentLabel.POSITIVE, "staff"));
        countingLane().carryOut(plan);

        assertWaitsInItsNewerState(organization, plan);
    }

    @Test
    default void a_recount_takes_back_exactly_what_was_counted() {
        var organization = TestOrganizations.anId();
        List<Feedback> pieces = some(organization, 6);
        round(organization, 1);

        countingLane().recount(organization, ids(pieces.subList(0, 3)));
        List<Uncounted> waiting = uncounted(organization);
        round(organization, 2);

        assertThat(waiting)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.counted()).isEqualTo(TestCounts.contributions(one.entry(), 1)));
        List<Contribution> expected = new ArrayList<>();
        pieces.subList(0, 3).forEach(piece -> expected.addAll(TestCounts.contributions(entry(piece), 2)));
        pieces.subList(3, 6).forEach(piece -> expected.addAll(TestCounts.contributions(entry(piece), 1)));
        assertThat(stored(organization)).isEqualTo(TestCounts.sum(expected));
    }

    @Test
    default void feedback_that_was_given_up_is_counted_and_counted_anew_once_it_was_understood() {
        var organization = TestOrganizations.anId();
        var piece = received(feedback(organization).words("Queues").build());
        var claim = analysisQueue().claim(1, LATER, Duration.ofSeconds(1)).getFirst();
        analysisQueue().giveUp(claim, TestClock.NOON, "poison");
        round(organization, 1);
        var withoutInsight = stored(organization);
        assertThat(withoutInsight).isEqualTo(fromScratch(organization, 1)).isNotEmpty();

        understoodAgain(piece, anInsight(SentimentLabel.NEGATIVE, "queue"));
        round(organization, 1);

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1)).isNotEqualTo(withoutInsight);
    }

    @Test
    default void a_retry_alone_changes_no_counts() {
        var organization = TestOrganizations.anId();
        var piece = some(organization, 1).getFirst();
        round(organization, 1);
        var before = stored(organization);

        var _ = analysisQueue().retry(organization, piece.id(), TestClock.NOON);

        assertThat(uncounted(organization)).isEmpty();
        assertThat(stored(organization)).isEqualTo(before);
    }

    @Test
    default void organizations_do_not_share_buckets() {
        var form = TestForms.anId();
        var ours = TestOrganizations.anId();
        var theirs = TestOrganizations.anId();
        var _ = some(ours, form, 3);
        var _ = some(theirs, form, 2);

        round(ours, 1);
        round(theirs, 1);

        assertThat(stored(ours)).isEqualTo(fromScratch(ours, 1));
        assertThat(stored(theirs)).isEqualTo(fromScratch(theirs, 1));
    }

    @Test
    default void a_large_plan_is_carried_out_whole() {
        var organization = TestOrganizations.anId();
        var _ = some(organization, 300);

        round(organization, 1);

        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1));
        assertThat(uncounted(organization)).isEmpty();
    }

    @Test
    default void sums_are_exact_whatever_workers_do_beside_each_other() {
        var organization = TestOrganizations.anId();
        List<Feedback> pieces = some(organization, 40);
        var generation = new AtomicInteger(1);
        var plans = new ConcurrentLinkedDeque<Plan>();

        var _ = Concurrently.call(6, number -> {
            var random = new Random(number);
            // On a busy machine most rounds meet a lane that another worker took over: they go on until enough did not.
            for (int i = 0; i < 40 || (plans.size() <= 10 && i < 2_000); i++) {
                switch (number) {
                    case 0 -> understoodAgain(pieces.get(random.nextInt(pieces.size())), aRandomInsight(random));
                    case 1 -> {
                        int _ = generation.incrementAndGet();
                        countingLane().recount(organization, ids(pieces.subList(random.nextInt(40), 40)));
                    }
                    default -> carelessRound(organization, "worker " + number, generation.get(), plans, random);
                }
            }
            return number;
        });

        countingLane().recount(organization, ids(pieces));
        for (int i = 0; i < 20 && !countingLane().waiting(10).isEmpty(); i++) {
            round(organization, 1_000);
        }
        assertThat(countingLane().waiting(10)).isEmpty();
        assertThat(plans).hasSizeGreaterThan(10);
        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1_000));
    }

    /// A round of a worker who dies and dawdles, in a lane in which nobody is ever alone: stays take no time at
    /// all.
    private void carelessRound(
            OrganizationId organization,
            String worker,
            int generation,
            ConcurrentLinkedDeque<Plan> plans,
            Random random) {
        var entered = countingLane().enter(organization, worker, TestClock.NOON, Duration.ZERO);
        if (entered.isEmpty() || random.nextInt(10) == 0) {
            return;
        }
        Lane lane = entered.get();
        lane.open().ifPresent(countingLane()::carryOut);
        List<Uncounted> pieces = countingLane().uncounted(organization, 1 + random.nextInt(9));
        Plan plan = TestCounts.plan(lane, pieces, generation);
        if (random.nextInt(10) == 0 || !countingLane().plan(lane, plan)) {
            return;
        }
        plans.add(plan);
        if (random.nextInt(4) > 0) {
            countingLane().carryOut(plan);
        }
        if (random.nextInt(3) == 0) {
            plans.stream().skip(random.nextInt(plans.size())).findFirst().ifPresent(countingLane()::carryOut);
        }
        if (random.nextBoolean()) {
            countingLane().leave(lane);
        }
    }

    private static Insight aRandomInsight(Random random) {
        SentimentLabel[] labels = SentimentLabel.values();
        return anInsight(
                random.nextBoolean() ? "en" : "de",
                labels[random.nextInt(labels.length)],
                "topic " + random.nextInt(3));
    }

    private void assertWaitsInItsNewerState(OrganizationId organization, Plan plan) {
        assertThat(uncounted(organization)).singleElement().satisfies(one -> {
            assertThat(one.counted()).isEqualTo(plan.counted().getFirst().contributions());
            assertThat(one.revision()).isNotEqualTo(plan.counted().getFirst().revision());
            assertThat(one.entry().insight())
                    .map(Insight::sentiment)
                    .contains(TestInsights.sentiment(SentimentLabel.POSITIVE));
        });
        round(organization, 1);
        assertThat(uncounted(organization)).isEmpty();
        assertThat(stored(organization)).isEqualTo(fromScratch(organization, 1));
    }

    /// What of the plan is done if whoever carries it out stops after `steps` buckets and pieces.
    private static Plan firstSteps(Plan plan, int steps) {
        List<Bucket.Key> buckets = plan.changes().stream()
                .map(CountingLane.Change::bucket)
                .distinct()
                .limit(steps)
                .toList();
        List<CountingLane.Counted> counted = plan.counted()
                .subList(0, Math.clamp(steps - buckets.size(), 0, plan.counted().size()));
        return new Plan(
                plan.organization(),
                plan.sequence(),
                counted,
                plan.changes().stream()
                        .filter(change -> buckets.contains(change.bucket()))
                        .toList());
    }

    private List<Feedback> some(OrganizationId organization, int count) {
        return some(organization, TestForms.anId(), count);
    }

    /// Understood pieces on several days, of several languages and channels.
    private List<Feedback> some(OrganizationId organization, FormId form, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> understood(
                        feedback(organization, form)
                                .at(TestClock.NOON.plus(Duration.ofHours(7L * i)))
                                .channel(i % 2 == 0 ? "api" : "widget")
                                .build(),
                        anInsight(i % 3 == 0 ? "de" : "en", SentimentLabel.NEGATIVE, "queue", "topic " + i % 4)))
                .toList();
    }

    private Lane enter(OrganizationId organization) {
        return countingLane()
                .enter(organization, "worker", TestClock.NOON, Duration.ofMinutes(1))
                .orElseThrow();
    }

    private Plan planned(OrganizationId organization, int generation) {
        Lane lane = enter(organization);
        Plan plan = TestCounts.plan(lane, uncounted(organization), generation);
        assertThat(countingLane().plan(lane, plan)).isTrue();
        return plan;
    }

    /// A round of a worker who does everything right.
    private void round(OrganizationId organization, int generation) {
        Lane lane = countingLane()
                .enter(organization, "worker", LATER, Duration.ofMinutes(1))
                .orElseThrow();
        lane.open().ifPresent(countingLane()::carryOut);
        Plan plan = TestCounts.plan(lane, uncounted(organization), generation);
        assertThat(countingLane().plan(lane, plan)).isTrue();
        countingLane().carryOut(plan);
        countingLane().leave(lane);
    }

    private List<Uncounted> uncounted(OrganizationId organization) {
        return countingLane().uncounted(organization, 1_000);
    }

    private FeedbackEntry entry(Feedback piece) {
        return feedbackEntries().find(piece.organization(), piece.id()).orElseThrow();
    }

    private static List<FeedbackId> ids(List<Feedback> pieces) {
        return pieces.stream().map(Feedback::id).toList();
    }

    private Map<Bucket.Key, Map<Integer, Tally>> stored(OrganizationId organization) {
        return TestCounts.stored(buckets(), organization);
    }

    /// What the buckets must hold, by all the feedback there is.
    private Map<Bucket.Key, Map<Integer, Tally>> fromScratch(OrganizationId organization, int generation) {
        try (var all = feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
            return TestCounts.sum(all.flatMap(entry -> TestCounts.contributions(entry, generation).stream())
                    .toList());
        }
    }
}

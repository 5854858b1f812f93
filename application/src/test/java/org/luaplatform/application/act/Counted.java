package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingPlanner;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.testing.TestInsights;

/// Feedback that has been understood and counted.
final class Counted {

    private static final Duration LEASE = Duration.ofMinutes(1);

    final FormId form = new FormId(TestIds.next());
    private final Acting world;

    Counted(Acting world) {
        this.world = world;
    }

    Theme theme(String label, String term) {
        var theme = new Theme(
                new ThemeId(TestIds.next()), world.acme, label, Set.of(term), List.of(), world.clock.instant());
        world.stores.themes().add(theme);
        return theme;
    }

    /// So many pieces of feedback about nothing, one a minute.
    void feedback(int pieces) {
        for (int i = 0; i < pieces; i++) {
            feedbackAbout();
        }
    }

    /// A piece of feedback with these keywords, said a minute ago.
    void feedbackAbout(String... keywords) {
        var _ = world.stores
                .feedbackInbox()
                .add(TestFeedback.feedback(world.acme, form)
                        .words("Words")
                        .at(world.clock.instant())
                        .build());
        AnalysisQueue queue = world.stores.analysisQueue();
        AnalysisQueue.Claim claim = queue.claim(1, world.clock.instant(), LEASE).getFirst();
        var insight = TestInsights.anInsight(SentimentLabel.NEUTRAL, keywords);
        assertThat(queue.complete(List.of(new AnalysisQueue.Completion(claim, insight))))
                .hasSize(1);
        count();
        world.clock.advance(Duration.ofMinutes(1));
    }

    private void count() {
        CountingLane lanes = world.stores.countingLane();
        CountingLane.Lane lane =
                lanes.enter(world.acme, "test", world.clock.instant(), LEASE).orElseThrow();
        var planner = new CountingPlanner(world.stores.themes().list(world.acme));
        List<CountingLane.Uncounted> pieces = lanes.uncounted(world.acme, 10);
        planner.unknown(pieces)
                .forEach(selection -> planner.learn(world.stores.buckets().read(world.acme, selection)));
        CountingLane.Plan plan = planner.plan(world.acme, lane.sequence() + 1, pieces);
        assertThat(lanes.plan(lane, plan)).isTrue();
        lanes.carryOut(plan);
        lanes.leave(lane);
    }
}

package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackNotFound;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.InsightNotReady;
import org.luaplatform.domain.understand.SentimentLabel;

final class ReadFeedbackTest {

    private final Understanding world = new Understanding();
    private final FeedbackId id = world.receive("bad #queue");

    /// All that reads feedback, and what it takes to do it.
    enum Reading {
        SEARCH(Scope.FEEDBACK_READ),
        READ(Scope.FEEDBACK_READ),
        EXPORT(Scope.FEEDBACK_READ),
        FAILED(Scope.FEEDBACK_READ),
        INSIGHT(Scope.INSIGHTS_READ),
        RETRY(Scope.INSIGHTS_WRITE);

        final Scope scope;

        Reading(Scope scope) {
            this.scope = scope;
        }

        /// Whether the organization is named by the caller; otherwise it is the caller's own.
        boolean namesOrganization() {
            return switch (this) {
                case SEARCH, EXPORT, FAILED -> true;
                case READ, INSIGHT, RETRY -> false;
            };
        }
    }

    private Consumer<Principal> use(Reading reading) {
        var entries = world.stores.feedbackEntries();
        var queue = world.stores.analysisQueue();
        return caller -> {
            switch (reading) {
                case SEARCH ->
                    assertThat(new SearchFeedback(entries)
                                    .handle(
                                            caller,
                                            new SearchFeedback.Query(
                                                    world.acme, FeedbackFilter.ALL, PageRequest.first(5)))
                                    .items())
                            .extracting(entry -> entry.feedback().id())
                            .containsExactly(id);
                case READ ->
                    assertThat(new ReadFeedback(entries).handle(caller, new ReadFeedback.Query(id)))
                            .isEqualTo(world.entry(id));
                case EXPORT -> {
                    try (var all = new ExportFeedback(entries)
                            .handle(caller, new ExportFeedback.Query(world.acme, FeedbackFilter.ALL))) {
                        assertThat(all).containsExactly(world.entry(id));
                    }
                }
                case FAILED ->
                    assertThat(new ListFailedAnalyses(queue)
                                    .handle(caller, new ListFailedAnalyses.Query(world.acme, PageRequest.first(5)))
                                    .items())
                            .isEmpty();
                case INSIGHT ->
                    assertThat(new ReadInsight(entries)
                                    .handle(caller, new ReadInsight.Query(id))
                                    .sentiment()
                                    .label())
                            .isEqualTo(SentimentLabel.NEGATIVE);
                case RETRY ->
                    new RetryAnalysis(queue, world.clock, () -> {}).handle(caller, new RetryAnalysis.Command(id));
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void it_takes_the_scope_and_no_other(Reading reading) {
        world.understandAll();

        use(reading).accept(Understanding.holder(world.acme, EnumSet.of(reading.scope)));

        assertThatThrownBy(() -> use(reading)
                        .accept(Understanding.holder(world.acme, EnumSet.complementOf(EnumSet.of(reading.scope)))))
                .isInstanceOf(MissingScope.class);
        assertThatThrownBy(() -> use(reading).accept(new Principal.Anonymous())).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @EnumSource
    void to_strangers_it_does_not_exist(Reading reading) {
        world.understandAll();

        assertThatThrownBy(() -> use(reading).accept(world.stranger))
                .isInstanceOf(reading.namesOrganization() ? OrganizationNotFound.class : FeedbackNotFound.class);
    }

    @Test
    void feedback_that_is_not_there_is_not_found() {
        var missing = new FeedbackId("missing");

        assertThatThrownBy(() -> new ReadFeedback(world.stores.feedbackEntries())
                        .handle(world.analyst, new ReadFeedback.Query(missing)))
                .isInstanceOf(FeedbackNotFound.class);
        assertThatThrownBy(() -> new ReadInsight(world.stores.feedbackEntries())
                        .handle(world.analyst, new ReadInsight.Query(missing)))
                .isInstanceOf(FeedbackNotFound.class);
    }

    @Test
    void an_insight_is_not_ready_before_the_analysis() {
        assertThatThrownBy(() -> new ReadInsight(world.stores.feedbackEntries())
                        .handle(world.analyst, new ReadInsight.Query(id)))
                .isInstanceOf(InsightNotReady.class);
    }

    @Test
    void a_retry_wakes_the_worker() {
        world.understandAll();
        int before = world.nudges.get();

        new RetryAnalysis(world.stores.analysisQueue(), world.clock, world.nudges::incrementAndGet)
                .handle(world.analyst, new RetryAnalysis.Command(id));

        assertThat(world.nudges).hasValue(before + 1);
        assertThat(world.backlog().pending()).isEqualTo(1);
    }

    @Test
    void the_backlog_tells_how_much_waits_and_how_long() {
        var backlog = new ReadBacklog(world.stores.analysisQueue(), world.clock);
        world.clock.advance(Duration.ofSeconds(40));
        world.receive("poison");

        var waiting = backlog.handle();
        for (int tries = 0; tries < 5; tries++) {
            world.understandAll();
            world.clock.advance(Duration.ofHours(1));
        }

        assertThat(waiting).isEqualTo(new ReadBacklog.Backlog(2, 0, Duration.ofSeconds(40)));
        assertThat(backlog.handle()).isEqualTo(new ReadBacklog.Backlog(0, 1, Duration.ZERO));
    }

    @Test
    void a_clock_that_is_behind_makes_no_negative_age() {
        var backlog = new ReadBacklog(
                world.stores.analysisQueue(), () -> world.clock.instant().minusSeconds(9));

        assertThat(backlog.handle().age()).isEqualTo(Duration.ZERO);
    }
}

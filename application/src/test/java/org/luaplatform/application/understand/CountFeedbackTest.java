package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;

final class CountFeedbackTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final Understanding world = new Understanding();

    private void analyze() {
        while (world.analyzeFeedback().handle(AnalyzeFeedback.Command.USUAL) > 0) {
            // Goes on until nothing is due.
        }
    }

    private int count() {
        return world.countFeedback("worker").handle(CountFeedback.Command.USUAL);
    }

    private CountFeedback counting(AnalysedFeedback listener, InstantSource clock, String worker) {
        return new CountFeedback(
                worker,
                world.stores.countingLane(),
                world.stores.buckets(),
                world.stores.feedbackEntries(),
                world.stores.themes(),
                new BuiltInEmbedder(),
                listener,
                world.news,
                clock,
                world.signals);
    }

    private Tally tally(Bucket.Kind kind) {
        return tally(world.acme, kind);
    }

    private Tally tally(OrganizationId organization, Bucket.Kind kind) {
        return world.stores.buckets().read(organization, Slice.ALL.of(kind, TODAY, TODAY)).stream()
                .flatMap(bucket -> bucket.slots().values().stream())
                .reduce(Tally.NOTHING, Tally::plus);
    }

    @Test
    void what_was_analysed_is_counted() {
        world.receiveScored("good #staff", 5);
        world.receiveScored("bad", 1);
        analyze();

        int counted = count();

        assertThat(counted).isEqualTo(2);
        assertThat(tally(Bucket.Kind.FIGURES).counts())
                .containsEntry("volume", 2L)
                .containsEntry("sentiment:positive", 1L)
                .containsEntry("sentiment:negative", 1L)
                .containsEntry("score:rating5:score:5", 1L);
        assertThat(tally(Bucket.Kind.TOPICS).counts())
                .containsEntry("volume", 2L)
                .containsEntry("keyword:staff=staff", 1L);
        assertThat(world.signals.told).contains("counted 2");
        assertThat(world.news.told)
                .filteredOn(news -> news.type().equals("feedback.counted"))
                .singleElement()
                .satisfies(news -> assertThat(news.facts()).isEqualTo(Map.of("count", "2")));
    }

    @Test
    void what_was_not_analysed_so_far_is_not_counted() {
        world.receive("good");

        int counted = count();

        assertThat(counted).isZero();
        assertThat(tally(Bucket.Kind.FIGURES)).isEqualTo(Tally.NOTHING);
    }

    @Test
    void what_was_given_up_counts_by_its_scores_and_is_told_once_it_is_understood() {
        var id = world.receiveScored("poison", 2);
        for (int tries = 0; tries < 5; tries++) {
            analyze();
            world.clock.advance(Duration.ofHours(1));
        }
        count();
        List<FeedbackEntry> heardBefore = List.copyOf(world.heard);
        Tally before = tally(Bucket.Kind.FIGURES);
        world.analyzer = new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                return super.analyze(new Passage("good", passage.hint(), passage.question()));
            }
        };
        new RetryAnalysis(world.stores.analysisQueue(), world.clock, () -> {})
                .handle(world.analyst, new RetryAnalysis.Command(id));
        analyze();

        count();

        assertThat(heardBefore).isEmpty();
        assertThat(before.counts())
                .containsOnlyKeys("volume", "score:rating5:score:2", "satisfaction:count", "satisfaction:sum");
        assertThat(world.heard).extracting(entry -> entry.feedback().id()).containsExactly(id);
        assertThat(tally(Bucket.Kind.FIGURES).counts())
                .containsEntry("volume", 1L)
                .containsEntry("sentiment:positive", 1L);
    }

    @Test
    void the_listener_hears_of_each_piece_once_and_knows_its_themes() {
        var theme = new Theme(
                new ThemeId("waiting"), world.acme, "waiting", Set.of("wait"), List.of(), world.clock.instant());
        world.stores.themes().add(theme);
        var id = world.receive("bad #wait");
        analyze();
        count();
        world.stores.countingLane().recount(world.acme, List.of(id));

        count();

        assertThat(world.heard).singleElement().satisfies(entry -> {
            assertThat(entry.feedback().id()).isEqualTo(id);
            assertThat(entry.themes()).containsExactly(theme.id());
        });
    }

    @Test
    void what_the_listener_refuses_is_told_again_and_stops_no_other_organization() {
        var other = new OrganizationId(TestIds.next());
        var id = world.receive("good");
        world.receive("good", Map.of(), given -> given.organization = Optional.of(other));
        analyze();
        AnalysedFeedback refusing = (organization, _) -> {
            if (organization.equals(world.acme)) {
                throw new IllegalStateException("no");
            }
        };

        int counted = counting(refusing, world.clock, "one").handle(CountFeedback.Command.USUAL);
        int countedThen = count();

        assertThat(counted).isEqualTo(1);
        assertThat(world.signals.told).contains("counting failed: no");
        assertThat(tally(other, Bucket.Kind.FIGURES).count("volume")).isEqualTo(1);
        assertThat(countedThen).as("the lane is free again").isEqualTo(1);
        assertThat(world.heard).extracting(entry -> entry.feedback().id()).containsExactly(id);
    }

    @Test
    void an_outage_ends_the_round() {
        world.receive("good");
        analyze();
        AnalysedFeedback away = (_, _) -> {
            throw new Unavailable("store");
        };

        assertThatThrownBy(() -> counting(away, world.clock, "one").handle(CountFeedback.Command.USUAL))
                .isInstanceOf(Unavailable.class);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_round_leaves_the_rest_of_much_feedback_to_the_next() {
        for (int i = 0; i < 450; i++) {
            world.receive("good");
        }
        analyze();
        var counting = world.countFeedback("worker");
        var command = new CountFeedback.Command(10, 2, Duration.ofSeconds(30));

        List<Integer> rounds = List.of(counting.handle(command), counting.handle(command), counting.handle(command));

        assertThat(rounds).containsExactly(400, 50, 0);
    }

    @Test
    void a_day_counts_the_first_two_hundred_keywords() {
        for (int i = 0; i < 210; i++) {
            world.receive("#word" + i + " #staff");
        }
        analyze();

        count();

        Tally topics = tally(Bucket.Kind.TOPICS);
        assertThat(topics.counts().keySet())
                .filteredOn(counter -> counter.startsWith("keyword:"))
                .hasSize(200);
        assertThat(topics.count("keyword:staff=staff")).isEqualTo(210);
        assertThat(topics.count("keyword:word198=word198")).isEqualTo(1);
        assertThat(topics.count("keyword:word199=word199")).isZero();
    }

    @Test
    void another_worker_waits_while_one_is_in_the_lane() {
        world.receive("good");
        analyze();
        var _ = world.stores.countingLane().enter(world.acme, "one", world.clock.instant(), Duration.ofSeconds(30));

        int counted = count();
        world.clock.advance(Duration.ofSeconds(31));
        int countedThen = count();

        assertThat(counted).isZero();
        assertThat(countedThen).isEqualTo(1);
    }

    @Test
    void several_workers_that_overtake_each_other_count_everything_once() {
        // Each look at this clock takes ten seconds, so that leases run out all the time.
        var seconds = new AtomicLong();
        InstantSource racing = () -> Instant.parse("2026-03-02T12:00:00Z").plusSeconds(10 * seconds.getAndIncrement());
        int pieces = 1_000;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> working = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                var count = counting((_, entries) -> world.heard.addAll(entries), racing, "worker" + worker);
                working.add(CompletableFuture.runAsync(
                        () -> {
                            while (tally(Bucket.Kind.FIGURES).count("volume") < pieces) {
                                int _ = count.handle(new CountFeedback.Command(1, 3, Duration.ofSeconds(30)));
                                int _ = world.analyzeFeedback().handle(AnalyzeFeedback.Command.USUAL);
                            }
                        },
                        threads));
            }
            for (int i = 0; i < pieces; i++) {
                world.receive(i % 3 == 0 ? "bad #wait" : "good #staff");
            }
            working.forEach(CompletableFuture::join);
        }
        world.understandAll();

        assertThat(tally(Bucket.Kind.FIGURES).counts())
                .containsEntry("volume", 1_000L)
                .containsEntry("sentiment:negative", 334L)
                .containsEntry("sentiment:positive", 666L);
        Set<FeedbackId> heard = new HashSet<>();
        world.heard.forEach(entry -> heard.add(entry.feedback().id()));
        assertThat(heard).hasSize(pieces);
    }
}

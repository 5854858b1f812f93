package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.Themes;

/// Kills the workers between any two calls to the world outside, has others go on, and looks whether everything is
/// counted exactly once.
final class CrashSafetyTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final List<String> SAID = List.of(
            "bad #wait-time",
            "good #staff",
            "bad #wait",
            "poison",
            "#parking",
            "good #staff #wait",
            "bad #wait-time",
            "nothing",
            "bad #parking",
            "good #parking");

    private int workers;

    @Test
    void feedback_is_counted_once_wherever_the_workers_die() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            var world = new Understanding();
            SAID.forEach(world::receive);

            dead = live(world, new Mortal(calls)) ? 0 : 1;
            finish(world);

            assertAllIsCountedOnce(world, "killed at call " + calls);
        }
    }

    @Test
    void feedback_is_counted_once_when_those_who_go_on_die_as_well() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            // Each pair of moments would take too long; each distance between them is met.
            for (int callsAfter = calls % 7, deadAfter = 1; deadAfter > 0; callsAfter += 7) {
                var world = new Understanding();
                SAID.forEach(world::receive);

                dead = live(world, new Mortal(calls)) ? 0 : 1;
                world.clock.advance(LEASE.plusSeconds(1));
                deadAfter = live(world, new Mortal(callsAfter)) ? 0 : 1;
                finish(world);

                assertAllIsCountedOnce(world, "killed at calls " + calls + " and " + callsAfter);
            }
        }
    }

    @Test
    void feedback_that_is_analysed_again_is_counted_anew_wherever_the_workers_die() {
        for (int calls = 0, dead = 1; dead > 0; calls++) {
            var world = new Understanding();
            SAID.forEach(world::receive);
            finish(world);
            world.analyzer = new TaggedTextAnalyzer() {
                @Override
                public Analysis analyze(Passage passage) {
                    return super.analyze(new Passage(
                            passage.text().replace("bad", "good").replace("poison", "#cure"),
                            passage.hint(),
                            passage.question()));
                }
            };
            var retry = new RetryAnalysis(world.stores.analysisQueue(), world.clock, () -> {});
            world.entries()
                    .forEach(entry -> retry.handle(
                            world.analyst,
                            new RetryAnalysis.Command(entry.feedback().id())));

            dead = live(world, new Mortal(calls)) ? 0 : 1;
            finish(world);

            assertAllIsCountedOnce(world, "killed at call " + calls);
            assertThat(total(world, "sentiment:negative")).isZero();
            assertThat(total(world, "sentiment:positive")).isEqualTo(9);
        }
    }

    /// Lets a process work until it has nothing left to do.
    ///
    /// @return whether it lived to see that
    private boolean live(Understanding world, Mortal process) {
        var analyze = new AnalyzeFeedback(
                process.sees(AnalysisQueue.class, world.stores.analysisQueue()),
                process.sees(Forms.class, world.stores.forms()),
                world.analyzer,
                world.clock,
                world.news,
                world.signals,
                () -> {});
        var count = new CountFeedback(
                "worker" + workers++,
                process.sees(CountingLane.class, world.stores.countingLane()),
                process.sees(Buckets.class, world.stores.buckets()),
                process.sees(FeedbackEntries.class, world.stores.feedbackEntries()),
                process.sees(Themes.class, world.stores.themes()),
                new BuiltInEmbedder(),
                process.sees(AnalysedFeedback.class, (_, entries) -> world.heard.addAll(entries)),
                world.news,
                world.clock,
                world.signals);
        try {
            // Both take small bites, so that there are many moments to die in.
            int done;
            do {
                done = analyze.handle(new AnalyzeFeedback.Command(4, LEASE));
                done += count.handle(new CountFeedback.Command(10, 2, LEASE));
            } while (done > 0);
            return true;
        } catch (Mortal.Death _) {
            return false;
        }
    }

    /// What was leased to the dead becomes free, and what failed is tried until it is given up. Whoever goes on
    /// does not know whether the dead had looked for themes, and does so with the next feedback.
    private void finish(Understanding world) {
        finishAnalysis(world);
        world.receive("good morning");
        finishAnalysis(world);
    }

    private void finishAnalysis(Understanding world) {
        do {
            world.clock.advance(Duration.ofHours(1));
            assertThat(live(world, Mortal.forEver())).isTrue();
        } while (world.backlog().pending() > 0);
    }

    static void assertAllIsCountedOnce(Understanding world, String when) {
        List<FeedbackEntry> entries = world.entries();
        assertThat(total(world, "volume")).as(when).isEqualTo(entries.size());
        assertThat(counted(world)).as(when).isEqualTo(fromScratch(world, entries));
        assertEachIsUnderItsThemes(world, entries, when);
        Set<FeedbackId> heard = new HashSet<>();
        world.heard.forEach(entry -> heard.add(entry.feedback().id()));
        assertThat(heard)
                .as(when)
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .filter(entry -> entry.insight().isPresent())
                        .map(entry -> entry.feedback().id())
                        .toList());
    }

    private static void assertEachIsUnderItsThemes(Understanding world, List<FeedbackEntry> entries, String when) {
        List<Theme> themes = world.stores.themes().list(world.acme);
        assertThat(themes).as(when).isNotEmpty();
        for (FeedbackEntry entry : entries) {
            List<Keyword> keywords = entry.insight().map(Insight::keywords).orElse(List.of());
            assertThat(entry.themes())
                    .as(when + ", " + entry)
                    .containsExactlyInAnyOrderElementsOf(themes.stream()
                            .filter(theme -> keywords.stream()
                                    .anyMatch(keyword -> theme.terms().contains(keyword.term())))
                            .map(Theme::id)
                            .toList());
        }
    }

    /// What the buckets say.
    static Map<String, Tally> counted(Understanding world) {
        Map<String, Tally> counted = new TreeMap<>();
        for (Bucket bucket : buckets(world)) {
            bucket.slots().forEach((slot, tally) -> counted.put(place(bucket.key(), slot), tally));
        }
        return counted;
    }

    /// What they would say if each piece were counted now, for the first time.
    static Map<String, Tally> fromScratch(Understanding world, List<FeedbackEntry> entries) {
        CountingLane lane = world.stores.countingLane();
        lane.recount(
                world.acme, entries.stream().map(entry -> entry.feedback().id()).toList());
        Map<String, Tally> sums = new HashMap<>();
        for (CountingLane.Uncounted piece : lane.uncounted(world.acme, entries.size())) {
            for (Contribution contribution : piece.counted()) {
                sums.merge(place(contribution.bucket(), contribution.slot()), contribution.tally(), Tally::plus);
            }
        }
        return new TreeMap<>(sums);
    }

    private static String place(Bucket.Key key, int slot) {
        return key + " " + slot;
    }

    private static List<Bucket> buckets(Understanding world) {
        LocalDate day = LocalDate.parse("2026-03-02");
        List<Bucket> all = new ArrayList<>();
        for (Bucket.Kind kind : Bucket.Kind.values()) {
            all.addAll(
                    world.stores.buckets().read(world.acme, Slice.ALL.of(kind, day.minusDays(30), day.plusDays(30))));
        }
        return all;
    }

    private static long total(Understanding world, String counter) {
        return buckets(world).stream()
                .filter(bucket -> bucket.key().kind() == Bucket.Kind.FIGURES)
                .flatMap(bucket -> bucket.slots().values().stream())
                .mapToLong(tally -> tally.count(counter))
                .sum();
    }
}

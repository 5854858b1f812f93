package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeNotFound;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.TimeFrame;

final class ThemesTest {

    private final Understanding world = new Understanding();
    private final CountFeedback count = world.countFeedback("worker");
    private final ListThemes list = new ListThemes(world.stores.themes(), world.stores.buckets(), world.clock);
    private final ReadTheme read = new ReadTheme(world.stores.themes(), world.stores.buckets(), world.clock);

    private void understand() {
        while (world.analyzeFeedback().handle(AnalyzeFeedback.Command.USUAL) > 0) {
            // Goes on until nothing is due.
        }
        while (count.handle(CountFeedback.Command.USUAL) > 0) {
            // Goes on until nothing waits.
        }
    }

    private void receive(int times, String text) {
        for (int i = 0; i < times; i++) {
            world.receive(text);
        }
    }

    private List<ThemeSummary> themes(TimeFrame frame) {
        return list.handle(world.analyst, new ListThemes.Query(world.acme, frame, Slice.ALL));
    }

    private List<Theme> known() {
        return world.stores.themes().list(world.acme);
    }

    private Theme known(String label) {
        return known().stream()
                .filter(theme -> theme.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_comes_up_again_and_again_becomes_a_theme_and_gets_its_past() {
        receive(4, "bad #queue");
        receive(2, "good #staff");

        understand();

        assertThat(themes(TimeFrame.RECENT)).singleElement().satisfies(summary -> {
            assertThat(summary.theme().label()).isEqualTo("queue");
            assertThat(summary.size()).isEqualTo(4);
            assertThat(summary.feedback()).isEqualTo(6);
            assertThat(summary.sentiments().negative()).isEqualTo(4);
            assertThat(summary.recommendation().text()).startsWith("4 of 6 people mention “queue”, 4 of them");
        });
        assertThat(world.entries())
                .filteredOn(entry -> !entry.themes().isEmpty())
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.themes())
                        .containsExactly(known().getFirst().id()));
    }

    @Test
    void themes_are_looked_for_again_when_enough_is_new() {
        receive(6, "#queue");
        understand();
        receive(4, "#staff");
        understand();
        List<Theme> afterFour = known();
        receive(1, "#staff");

        understand();

        assertThat(afterFour).extracting(Theme::label).containsExactly("queue");
        assertThat(known()).extracting(Theme::label).containsExactlyInAnyOrder("queue", "staff");
    }

    @Test
    void the_more_is_known_the_more_must_be_new() {
        receive(50, "#queue");
        receive(50, "#parking");
        understand();
        receive(19, "#staff");
        understand();
        List<Theme> afterNineteen = known();
        receive(1, "#staff");

        understand();

        assertThat(afterNineteen).extracting(Theme::label).containsExactlyInAnyOrder("queue", "parking");
        assertThat(known()).hasSize(3);
    }

    @Test
    void a_worker_that_knows_nothing_of_the_past_looks_at_once() {
        receive(4, "#queue");
        understand();
        receive(1, "#queue");

        world.understandAll();

        assertThat(known()).extracting(Theme::label).containsExactly("queue");
        assertThat(world.entries())
                .extracting(FeedbackEntry::themes)
                .allSatisfy(themes -> assertThat(themes).hasSize(1));
    }

    @Test
    void feedback_that_is_counted_again_is_nothing_new() {
        receive(6, "#queue");
        understand();
        receive(4, "#staff");
        understand();
        world.stores
                .countingLane()
                .recount(
                        world.acme,
                        world.entries().stream()
                                .map(entry -> entry.feedback().id())
                                .toList());

        understand();

        assertThat(known()).extracting(Theme::label).containsExactly("queue");
    }

    @Test
    void a_theme_keeps_its_id_and_terms_while_it_grows() {
        receive(6, "#queue");
        understand();
        Theme before = known("queue");
        receive(30, "#queue-length");

        understand();

        Theme after = known().getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.terms()).containsAll(before.terms()).contains("queue length");
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(themes(TimeFrame.RECENT))
                .singleElement()
                .satisfies(summary -> assertThat(summary.size()).isEqualTo(36));
    }

    @Test
    void whoever_looks_on_hears_of_new_themes() {
        receive(6, "#queue");

        understand();

        assertThat(world.news.told)
                .filteredOn(news -> news.type().equals("theme.changed"))
                .extracting(LiveEvents.News::facts)
                .containsExactly(Map.of("theme", known("queue").id().value()));
    }

    @Test
    void a_theme_that_somebody_else_found_at_the_same_time_is_the_same() {
        receive(6, "#queue");
        understand();
        Theme found = known("queue");
        world.stores.themes().remove(world.acme, found.id());
        var other = new CountFeedback(
                "other",
                world.stores.countingLane(),
                world.stores.buckets(),
                world.stores.feedbackEntries(),
                new ThemesThatFillUp(world.stores.themes(), found),
                new BuiltInEmbedder(),
                (_, _) -> {},
                world.news,
                world.clock,
                world.signals);
        receive(1, "#queue");
        var _ = world.analyzeFeedback().handle(AnalyzeFeedback.Command.USUAL);

        int counted = other.handle(CountFeedback.Command.USUAL);

        assertThat(counted).isPositive();
        assertThat(known()).containsExactly(found);
        assertThat(world.signals.told).noneMatch(told -> told.contains("failed"));
    }

    @Test
    void themes_that_nobody_mentions_in_a_period_are_not_in_its_list() {
        receive(6, "#queue");
        understand();
        world.clock.advance(Duration.ofDays(60));

        assertThat(themes(TimeFrame.RECENT)).isEmpty();
        assertThat(themes(new TimeFrame(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.empty())))
                .hasSize(1);
        assertThat(read.handle(world.analyst, new ReadTheme.Query(known("queue").id(), TimeFrame.RECENT, Slice.ALL))
                        .size())
                .as("it is still there to be read")
                .isZero();
    }

    @Test
    void a_theme_is_compared_with_the_days_before() {
        receive(20, "#queue");
        receive(20, "#staff");
        understand();
        world.clock.advance(Duration.ofDays(31));
        receive(20, "#queue");
        receive(2, "#staff");
        understand();

        var summary =
                read.handle(world.analyst, new ReadTheme.Query(known("queue").id(), TimeFrame.RECENT, Slice.ALL));

        assertThat(summary.size()).isEqualTo(20);
        assertThat(summary.feedback()).isEqualTo(22);
        assertThat(summary.trend()).isEqualTo(new ThemeSummary.Trend(ThemeSummary.Trend.Direction.RISING, 20, 0.5));
    }

    @Test
    void themes_of_a_slice_are_counted_within_it() {
        receive(6, "#queue");
        world.receive("#queue", Map.of(), given -> given.channel = new Channel("web"));
        understand();
        var web = new Slice(Optional.empty(), Optional.of(new Channel("web")), Optional.empty());

        var listed = list.handle(world.analyst, new ListThemes.Query(world.acme, TimeFrame.RECENT, web));

        assertThat(listed).singleElement().satisfies(summary -> {
            assertThat(summary.size()).isEqualTo(1);
            assertThat(summary.feedback()).isEqualTo(1);
        });
    }

    @Test
    void themes_are_for_whoever_may_read_insights_of_the_organization() {
        receive(6, "#queue");
        understand();
        var reader = Understanding.holder(world.acme, EnumSet.of(Scope.INSIGHTS_READ));
        var other = Understanding.holder(world.acme, EnumSet.complementOf(EnumSet.of(Scope.INSIGHTS_READ)));
        var all = new ListThemes.Query(world.acme, TimeFrame.RECENT, Slice.ALL);
        var one = new ReadTheme.Query(known("queue").id(), TimeFrame.RECENT, Slice.ALL);

        assertThat(list.handle(reader, all)).hasSize(1);
        assertThat(read.handle(reader, one).size()).isEqualTo(6);
        assertThatThrownBy(() -> list.handle(other, all)).isInstanceOf(MissingScope.class);
        assertThatThrownBy(() -> read.handle(other, one)).isInstanceOf(MissingScope.class);
        assertThatThrownBy(() -> list.handle(world.stranger, all)).isInstanceOf(OrganizationNotFound.class);
        assertThatThrownBy(() -> read.handle(world.stranger, one)).isInstanceOf(ThemeNotFound.class);
    }

    @Test
    void a_theme_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> read.handle(
                        world.analyst, new ReadTheme.Query(new ThemeId("missing"), TimeFrame.RECENT, Slice.ALL)))
                .isInstanceOf(ThemeNotFound.class);
    }

    @Test
    void an_impossible_period_is_refused() {
        var backwards = new TimeFrame(
                Optional.of(Instant.parse("2026-03-02T00:00:00Z")), Optional.of(Instant.parse("2026-03-01T00:00:00Z")));

        assertThatThrownBy(() -> themes(backwards)).isInstanceOf(Invalid.class);
    }

    @Test
    void another_organizations_themes_stay_its_own() {
        world.stores
                .themes()
                .add(new Theme(
                        new ThemeId("foreign"),
                        world.stranger.actingWith(Scope.INSIGHTS_READ),
                        "queue",
                        Set.of("queue"),
                        List.of(),
                        world.clock.instant()));
        receive(2, "#queue");

        understand();

        assertThat(world.entries()).extracting(FeedbackEntry::themes).containsOnly(List.of());
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luaplatform.domain.understand.testing.TestEntries.FORM;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.testing.TestClock;

final class CountingPlannerTest {

    private static final Theme WAITING = new Theme(
            new ThemeId("waiting"), ORGANIZATION, "waiting", Set.of("wait", "queue"), List.of(), TestClock.NOON);

    private final CountingPlanner planner = new CountingPlanner(List.of(WAITING));

    private static CountingLane.Uncounted waiting(FeedbackEntry entry, Contribution... counted) {
        return new CountingLane.Uncounted(entry, 3, List.of(counted));
    }

    private CountingLane.Plan plan(CountingLane.Uncounted... batch) {
        var _ = planner.unknown(List.of(batch));
        return planner.plan(ORGANIZATION, 7, List.of(batch));
    }

    private static Bucket topics(Tally tally) {
        return new Bucket(
                new Bucket.Key(Bucket.Kind.TOPICS, FORM, LocalDate.parse("2026-03-02"), Channel.API, Language.ENGLISH),
                Map.of(0, tally));
    }

    @Test
    void a_plan_adds_up_what_falls_into_the_same_slot() {
        var one = anEntry().at("2026-03-02T12:00:00Z").entry();
        var other = anEntry().at("2026-03-02T12:10:00Z").entry();
        var later = anEntry().at("2026-03-02T12:15:00Z").entry();

        var plan = plan(waiting(one), waiting(other), waiting(later));

        assertThat(plan.organization()).isEqualTo(ORGANIZATION);
        assertThat(plan.sequence()).isEqualTo(7);
        assertThat(plan.changes())
                .extracting(change -> change.bucket().kind() + " " + change.slot() + " "
                        + change.added().count("volume"))
                .containsExactlyInAnyOrder("FIGURES 48 2", "FIGURES 49 1", "TOPICS 0 3");
    }

    @Test
    void a_plan_says_of_each_piece_what_it_counts_as() {
        var entry = anEntry().about("queue").entry();

        var plan = plan(waiting(entry));

        assertThat(plan.counted()).singleElement().satisfies(counted -> {
            assertThat(counted.id()).isEqualTo(entry.feedback().id());
            assertThat(counted.revision()).isEqualTo(3);
            assertThat(counted.themes()).containsExactly(WAITING.id());
            assertThat(counted.contributions()).hasSize(2);
        });
    }

    @Test
    void a_piece_that_counted_as_something_else_is_taken_back_first() {
        var before = anEntry().feels(SentimentLabel.NEGATIVE, -0.5);
        var counted = plan(waiting(before.entry())).counted().getFirst().contributions();
        var after = before.feels(SentimentLabel.POSITIVE, 0.5).entry();

        var plan = plan(waiting(after, counted.getFirst(), counted.getLast()));

        assertThat(plan.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.added().counts())
                        .isEqualTo(
                                Map.of("sentiment:negative", -1L, "sentiment:positive", 1L, "sentiment:sum", 1_000L)));
    }

    @Test
    void a_piece_that_counts_as_before_changes_nothing_and_is_counted_all_the_same() {
        var entry = anEntry().about("staff").entry();
        var counted = plan(waiting(entry)).counted().getFirst().contributions();

        var plan = plan(waiting(entry, counted.getFirst(), counted.getLast()));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.counted()).hasSize(1);
    }

    @Test
    void what_two_pieces_change_in_opposite_ways_changes_nothing() {
        var one = anEntry().feels(SentimentLabel.NEGATIVE, -0.5);
        var other = anEntry().feels(SentimentLabel.POSITIVE, 0.5);
        var counted = plan(waiting(one.entry()), waiting(other.entry())).counted();
        List<Contribution> ofOne = counted.getFirst().contributions();
        List<Contribution> ofOther = counted.getLast().contributions();

        var plan = plan(
                waiting(one.feels(SentimentLabel.POSITIVE, 0.5).entry(), ofOne.getFirst(), ofOne.getLast()),
                waiting(other.feels(SentimentLabel.NEGATIVE, -0.5).entry(), ofOther.getFirst(), ofOther.getLast()));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.counted()).hasSize(2);
    }

    @Test
    void a_keyword_is_counted_as_the_bucket_knows_it() {
        var entry = anEntry().about(new Keyword("wait time", "wait times")).entry();
        var _ = planner.unknown(List.of(waiting(entry)));
        planner.learn(List.of(topics(new Tally(Map.of("volume", 4L, "keyword:wait time=waiting time", 2L)))));

        var plan = planner.plan(ORGANIZATION, 1, List.of(waiting(entry)));

        assertThat(plan.changes().getLast().added().counts())
                .containsEntry("keyword:wait time=waiting time", 1L)
                .doesNotContainKey("keyword:wait time=wait times");
    }

    @Test
    void a_new_keyword_is_counted_as_it_came_first() {
        var first = anEntry().about(new Keyword("queue", "Queues")).entry();
        var second = anEntry().about(new Keyword("queue", "queue")).entry();

        var plan = plan(waiting(first), waiting(second));

        assertThat(plan.changes().getLast().added().counts()).containsEntry("keyword:queue=Queues", 2L);
    }

    @Test
    void a_full_bucket_takes_no_new_keyword() {
        Map<String, Long> full = new HashMap<>();
        for (int i = 0; i < CountingPlanner.MOST_KEYWORDS; i++) {
            full.put("keyword:word" + i + "=word" + i, 1L);
        }
        var entry = anEntry().about("word7", "brand new").entry();
        var _ = planner.unknown(List.of(waiting(entry)));
        planner.learn(List.of(topics(new Tally(full))));

        var plan = planner.plan(ORGANIZATION, 1, List.of(waiting(entry)));

        assertThat(plan.changes().getLast().added().counts())
                .containsEntry("keyword:word7=word7", 1L)
                .doesNotContainKey("keyword:brand new=brand new");
    }

    @Test
    void what_is_to_be_read_first_is_the_topics_of_the_days_in_one_go() {
        var days = List.of(
                waiting(anEntry().at("2026-03-05T12:00:00Z").entry()),
                waiting(anEntry().at("2026-03-02T12:00:00Z").entry()),
                waiting(anEntry().at("2026-03-02T18:00:00Z").entry()),
                waiting(anEntry().at("2026-03-09T12:00:00Z").entry()));

        var unknown = planner.unknown(days);

        assertThat(unknown)
                .containsExactly(selection("2026-03-02", "2026-03-05"), selection("2026-03-09", "2026-03-09"));
    }

    @Test
    void what_is_to_be_read_first_keeps_forms_channels_and_languages_apart() {
        var pieces = List.of(
                waiting(anEntry().entry()),
                waiting(anEntry().on(new FormId("other")).entry()),
                waiting(anEntry().by(new Channel("web")).entry()),
                waiting(anEntry().writtenIn("fr").entry()));

        var unknown = planner.unknown(pieces);

        assertThat(unknown).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void what_is_known_is_not_read_again() {
        var piece = waiting(anEntry().entry());
        var _ = planner.unknown(List.of(piece));

        assertThat(planner.unknown(List.of(piece))).isEmpty();
    }

    @Test
    void a_planner_that_has_seen_very_many_days_reads_again() {
        var piece = waiting(anEntry().entry());
        var _ = planner.unknown(List.of(piece));
        List<Bucket> many = new ArrayList<>();
        for (int day = 0; day < 2_000; day++) {
            many.add(new Bucket(
                    new Bucket.Key(
                            Bucket.Kind.TOPICS,
                            FORM,
                            LocalDate.parse("2019-01-01").plusDays(day),
                            Channel.API,
                            Language.ENGLISH),
                    Map.of()));
        }
        planner.learn(many);

        assertThat(planner.unknown(List.of(piece))).hasSize(1);
    }

    @Test
    void pieces_without_insight_need_no_reading() {
        assertThat(planner.unknown(List.of(waiting(anEntry().givenUp().entry()))))
                .isEmpty();
    }

    @Test
    void nothing_is_planned_on_buckets_that_nobody_looked_at() {
        var piece = waiting(anEntry().about("queue").entry());

        assertThatThrownBy(() -> planner.plan(ORGANIZATION, 1, List.of(piece)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_piece_is_newly_understood_when_it_first_counts_with_an_insight() {
        var entry = anEntry().entry();
        var counted = plan(waiting(entry)).counted().getFirst().contributions();
        var givenUp = anEntry().givenUp().entry();
        var countedGivenUp = plan(waiting(givenUp)).counted().getFirst().contributions();

        assertThat(planner.isNewlyUnderstood(waiting(entry))).isTrue();
        assertThat(planner.isNewlyUnderstood(waiting(entry, counted.getFirst(), counted.getLast())))
                .isFalse();
        assertThat(planner.isNewlyUnderstood(waiting(givenUp))).isFalse();
        assertThat(planner.isNewlyUnderstood(waiting(entry, countedGivenUp.getFirst(), countedGivenUp.getLast())))
                .isTrue();
    }

    @Test
    void an_entry_is_shown_with_the_themes_that_it_has_now() {
        var entry = anEntry().about("wait").under(new ThemeId("old")).entry();

        assertThat(planner.withThemes(entry).themes()).containsExactly(WAITING.id());
        assertThat(planner.withThemes(entry).feedback()).isEqualTo(entry.feedback());
    }

    private static Buckets.Selection selection(String from, String to) {
        return new Buckets.Selection(
                Bucket.Kind.TOPICS,
                LocalDate.parse(from),
                LocalDate.parse(to),
                Optional.of(FORM),
                Optional.of(Channel.API),
                Optional.of(Language.ENGLISH));
    }
}

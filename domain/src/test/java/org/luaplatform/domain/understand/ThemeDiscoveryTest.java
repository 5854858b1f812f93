package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.ThemeDiscovery.Discovery;
import org.luaplatform.domain.understand.testing.TestEntries;

final class ThemeDiscoveryTest {

    private static final List<Theme> NONE = List.of();

    private static Discovery discover(List<Theme> known, Said... recent) {
        return discover(known, List.of(recent));
    }

    private static Discovery discover(List<Theme> known, List<Said> recent) {
        return ThemeDiscovery.discover(
                ORGANIZATION,
                known,
                recent.stream()
                        .flatMap(said -> said.entries().stream())
                        .map(TestEntries::entry)
                        .toList(),
                new BuiltInEmbedder(),
                TestClock.NOON);
    }

    /// Feedback that says the same.
    private record Said(List<TestEntries> entries) {}

    private static Said times(int times, String... terms) {
        return times(times, () -> anEntry().about(terms));
    }

    private static Said times(int times, Supplier<TestEntries> entry) {
        return new Said(Stream.generate(entry).limit(times).toList());
    }

    private static Theme theme(String label, String... terms) {
        return new Theme(
                new ThemeId("known"),
                ORGANIZATION,
                label,
                Set.of(terms),
                List.of(),
                TestClock.NOON.minus(Duration.ofDays(9)));
    }

    private static List<Set<String>> terms(List<Theme> themes) {
        return themes.stream().map(Theme::terms).toList();
    }

    @Test
    void what_three_of_a_few_say_is_a_theme() {
        var discovery = discover(NONE, times(3, "queue"), times(2, "parking"));

        assertThat(discovery.added()).singleElement().satisfies(theme -> {
            assertThat(theme.label()).isEqualTo("queue");
            assertThat(theme.terms()).containsExactly("queue");
            assertThat(theme.organization()).isEqualTo(ORGANIZATION);
            assertThat(theme.createdAt()).isEqualTo(TestClock.NOON);
        });
        assertThat(discovery.changed()).isEmpty();
        assertThat(discovery.all()).isEqualTo(discovery.added());
        assertThat(discovery.regroups()).isTrue();
    }

    @Test
    void the_more_feedback_there_is_the_more_it_takes() {
        var few = discover(NONE, times(6, "queue"), times(394, "staff", "weather"));
        var enough = discover(NONE, times(7, "queue"), times(393, "staff", "weather"));

        assertThat(terms(few.added())).doesNotContain(Set.of("queue"));
        assertThat(terms(enough.added())).contains(Set.of("queue"));
    }

    @Test
    void feedback_about_nothing_does_not_raise_what_it_takes() {
        var discovery = discover(NONE, times(3, "queue"), times(4, "staff"), times(500));

        assertThat(terms(discovery.added())).contains(Set.of("queue"));
    }

    @Test
    void phrases_meet_at_the_word_that_they_share() {
        var discovery = discover(NONE, times(2, "wait"), times(2, "wait list"), times(2, "phone wait"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("wait", "wait list", "phone wait"));
    }

    @Test
    void a_phrase_belongs_to_the_rarer_of_its_words() {
        var discovery = discover(NONE, times(9, "staff"), times(4, "staff attitude"), times(9, "weather"));

        assertThat(terms(discovery.added()))
                .containsExactlyInAnyOrder(Set.of("staff"), Set.of("attitude", "staff attitude"), Set.of("weather"));
    }

    @Test
    void a_phrase_of_a_word_that_is_no_theme_goes_to_its_other_word() {
        var discovery = discover(NONE, times(9, "staff"), times(2, "staff attitude"), times(9, "weather"));

        assertThat(terms(discovery.added()))
                .containsExactlyInAnyOrder(Set.of("staff", "staff attitude"), Set.of("weather"));
    }

    @Test
    void a_word_that_loses_its_phrases_to_rarer_words_gives_back_the_others() {
        var discovery =
                discover(NONE, times(9, "staff"), times(2, "desk staff"), times(3, "desk queue"), times(9, "weather"));

        assertThat(terms(discovery.added()))
                .containsExactlyInAnyOrder(
                        Set.of("staff", "desk staff"), Set.of("queue", "desk queue"), Set.of("weather"));
    }

    @Test
    void a_phrase_that_only_one_person_used_is_left_out() {
        var discovery = discover(NONE, times(4, "staff"), times(1, "staff attitude"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("staff"));
    }

    @Test
    void words_that_mostly_come_up_together_are_one_theme() {
        var discovery = discover(
                NONE, times(6, "booking", "website"), times(2, "booking"), times(3, "website"), times(9, "weather"));

        assertThat(terms(discovery.added())).containsExactlyInAnyOrder(Set.of("booking", "website"), Set.of("weather"));
    }

    @Test
    void words_that_come_up_apart_as_often_are_two_themes() {
        var discovery = discover(
                NONE, times(4, "booking", "website"), times(3, "booking"), times(3, "website"), times(9, "weather"));

        assertThat(terms(discovery.added())).contains(Set.of("booking"), Set.of("website"));
    }

    @Test
    void what_nearly_everybody_mentions_is_no_theme() {
        var discovery = discover(NONE, times(25, "app"), times(15, "login"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("login"));
    }

    @Test
    void among_a_few_it_may_well_be_one() {
        var discovery = discover(NONE, times(20, "app"), times(5, "login"));

        assertThat(terms(discovery.added())).contains(Set.of("app"));
    }

    @Test
    void vague_words_numbers_and_single_letters_are_no_themes() {
        var discovery = discover(NONE, times(5, "time", "111", "x"), times(4, "weather"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("weather"));
    }

    @Test
    void a_word_of_which_everybody_says_something_else_is_no_theme() {
        List<TestEntries> places = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            places.add(anEntry().about("spot" + i + " corner"));
        }

        var discovery = discover(NONE, new Said(places), times(9, "weather"), times(9, "queue"));

        assertThat(terms(discovery.added())).containsExactlyInAnyOrder(Set.of("weather"), Set.of("queue"));
    }

    @Test
    void the_biggest_themes_come_first_and_no_more_than_a_dozen_at_once() {
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            all.add(times(20 + i, "topic" + (char) ('a' + i)));
        }

        var discovery = discover(NONE, all);

        assertThat(discovery.added()).hasSize(12);
        assertThat(discovery.added().getFirst().terms()).containsExactly("topico");
        assertThat(discovery.added().getLast().terms()).containsExactly("topicd");
    }

    @Test
    void an_organization_has_no_more_than_150_themes() {
        List<Theme> known = new ArrayList<>();
        for (int i = 0; i < 149; i++) {
            known.add(new Theme(
                    new ThemeId("known" + i),
                    ORGANIZATION,
                    "known " + i,
                    Set.of("known" + i),
                    List.of(),
                    TestClock.NOON));
        }

        var discovery = discover(known, times(5, "queue"), times(6, "weather"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("weather"));
        assertThat(discovery.all()).hasSize(150);
    }

    @Test
    void the_same_theme_is_found_under_the_same_id() {
        var one = discover(NONE, times(3, "queue")).added().getFirst();
        var again =
                discover(NONE, times(5, "queue"), times(3, "weather")).added().getFirst();
        var elsewhere = ThemeDiscovery.discover(
                        new OrganizationId("other"),
                        NONE,
                        times(3, "queue").entries().stream()
                                .map(TestEntries::entry)
                                .toList(),
                        new BuiltInEmbedder(),
                        TestClock.NOON)
                .added()
                .getFirst();

        assertThat(again.id()).isEqualTo(one.id());
        assertThat(elsewhere.id()).isNotEqualTo(one.id());
    }

    @Test
    void a_known_theme_is_not_found_again() {
        var known = theme("queue", "queue");

        var discovery = discover(List.of(known), times(5, "queue"));

        assertThat(discovery.added()).isEmpty();
        assertThat(discovery.changed()).isEmpty();
        assertThat(discovery.all()).containsExactly(known);
        assertThat(discovery.regroups()).isFalse();
    }

    @Test
    void a_known_theme_gains_phrases_and_keeps_all_that_it_had() {
        var known = theme("queue", "queue", "old queue");

        var discovery = discover(List.of(known), times(5, "queue"), times(2, "queue length"));

        assertThat(discovery.added()).isEmpty();
        assertThat(discovery.changed()).singleElement().satisfies(theme -> {
            assertThat(theme.id()).isEqualTo(known.id());
            assertThat(theme.createdAt()).isEqualTo(known.createdAt());
            assertThat(theme.terms()).containsExactlyInAnyOrder("queue", "old queue", "queue length");
        });
        assertThat(discovery.regroups())
                .as("what has a core in it belongs to it anyway")
                .isFalse();
    }

    @Test
    void a_known_theme_gains_a_word_that_mostly_comes_up_with_it() {
        var known = theme("queue", "queue");

        var discovery =
                discover(List.of(known), times(5, "queue", "checkout"), times(2, "checkout"), times(9, "weather"));

        assertThat(terms(discovery.changed())).containsExactly(Set.of("queue", "checkout"));
        assertThat(terms(discovery.added())).containsExactly(Set.of("weather"));
        assertThat(discovery.regroups()).isTrue();
    }

    @Test
    void a_theme_has_its_fifty_most_frequent_terms() {
        List<Said> all = new ArrayList<>();
        all.add(times(60, "queue"));
        all.add(times(150, "weather"));
        for (int i = 0; i < 60; i++) {
            all.add(times(i == 30 ? 5 : 2, "queue letter" + (char) ('a' + i / 26) + (char) ('a' + i % 26)));
        }

        var discovery = discover(NONE, all);

        Theme queue = discovery.added().getFirst();
        assertThat(queue.terms()).hasSize(50).contains("queue", "queue letterbe", "queue letteraa");
    }

    @Test
    void a_theme_is_called_as_most_people_call_it() {
        var discovery = discover(
                NONE,
                times(2, () -> anEntry().about(new Keyword("wait time", "wait time"))),
                times(3, () -> anEntry().about(new Keyword("wait time", "waiting times"))),
                times(5, () -> anEntry().about(new Keyword("wait", "waiting"))));

        assertThat(discovery.added().getFirst().label())
                .as("a phrase tells more than a word of about the same frequency")
                .isEqualTo("waiting times");
    }

    @Test
    void a_single_word_names_a_theme_that_has_no_frequent_phrase() {
        var discovery = discover(
                NONE,
                times(3, () -> anEntry().about(new Keyword("wait time", "waiting times"))),
                times(5, () -> anEntry().about(new Keyword("wait", "waiting"))));

        assertThat(discovery.added().getFirst().label()).isEqualTo("waiting");
    }

    @Test
    void a_sentence_is_no_name() {
        var discovery = discover(
                NONE,
                times(4, () -> anEntry().about(new Keyword("long wait at desk", "long wait at the desk"))),
                times(5, () -> anEntry().about(new Keyword("wait", "waiting"))));

        assertThat(discovery.added().getFirst().label()).isEqualTo("waiting");
    }

    @Test
    void a_very_long_name_is_cut() {
        var discovery =
                discover(NONE, times(3, () -> anEntry().about(new Keyword("queue", "queue" + "e".repeat(200)))));

        assertThat(discovery.added().getFirst().label()).hasSize(100);
    }

    @Test
    void a_name_stays_while_it_fits_about_as_well_as_any() {
        var known = theme("Queue", "queue", "line");

        var kept = discover(List.of(known), times(3, "queue"), times(5, "line"));
        var better = discover(List.of(known), times(3, "queue"), times(6, "line"));

        assertThat(kept.all().getFirst().label()).isEqualTo("Queue");
        assertThat(better.all().getFirst().label()).isEqualTo("line");
    }

    @Test
    void a_name_stays_when_nobody_speaks_of_it_any_more() {
        var known = theme("queues", "queue");

        var discovery = discover(List.of(known), times(5, "weather"));

        assertThat(discovery.changed()).isEmpty();
    }

    @Test
    void a_theme_shows_what_people_say_now() {
        var known = theme("queue", "queue");

        var discovery = discover(
                List.of(known),
                times(
                        1,
                        () -> anEntry()
                                .says("The queue at the bakery was so long that I left.")
                                .about("queue")));

        assertThat(discovery.changed().getFirst().quotes())
                .extracting(Theme.Quote::text)
                .containsExactly("The queue at the bakery was so long that I left.");
    }

    @Test
    void a_theme_keeps_its_quotes_when_nobody_says_anything_new() {
        var quote = new Theme.Quote(
                anEntry().entry().feedback().id(), "Such a queue!", new Sentiment(SentimentLabel.NEGATIVE, -1, 1));
        var known =
                new Theme(new ThemeId("known"), ORGANIZATION, "queue", Set.of("queue"), List.of(quote), TestClock.NOON);

        var discovery = discover(List.of(known), times(3, "weather"));

        assertThat(discovery.all().getFirst().quotes()).containsExactly(quote);
        assertThat(discovery.changed()).isEmpty();
    }

    @Test
    void feedback_that_was_not_understood_is_no_obstacle() {
        var discovery = discover(NONE, times(5, () -> anEntry().givenUp()), times(3, "queue"));

        assertThat(terms(discovery.added())).containsExactly(Set.of("queue"));
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestEntries.ORGANIZATION;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.testing.TestClock;

final class ThemeIndexTest {

    private static final Theme WAITING = theme("waiting", 0, "wait", "wait time");
    private static final Theme STAFF = theme("staff", 1, "staff");

    private final ThemeIndex themes = new ThemeIndex(List.of(STAFF, WAITING));

    private static Theme theme(String id, long age, String... terms) {
        return new Theme(new ThemeId(id), ORGANIZATION, id, Set.of(terms), List.of(), TestClock.NOON.plusSeconds(age));
    }

    @Test
    void feedback_belongs_to_the_themes_of_its_keywords_the_most_telling_first() {
        assertThat(themes.themesOf(anEntry().about("staff", "wait time").entry()))
                .containsExactly(STAFF.id(), WAITING.id());
    }

    @Test
    void feedback_belongs_to_a_theme_once() {
        assertThat(themes.themesOf(
                        anEntry().says("wait").about("wait", "wait time").entry()))
                .containsExactly(WAITING.id());
    }

    @Test
    void feedback_belongs_to_the_theme_of_a_word_in_a_keyword() {
        assertThat(themes.themesOf(anEntry().about("staff attitude").entry())).containsExactly(STAFF.id());
    }

    @Test
    void whole_keywords_come_before_words_in_them_and_these_before_words_in_texts() {
        var themes = new ThemeIndex(
                List.of(theme("text", 0, "door"), theme("word", 1, "attitude"), theme("keyword", 2, "queue")));

        var found = themes.themesOf(anEntry()
                .says("Behind the door")
                .about("staff attitude", "queue")
                .entry());

        assertThat(found).extracting(ThemeId::value).containsExactly("keyword", "word", "text");
    }

    @Test
    void feedback_belongs_to_the_themes_that_its_texts_mention() {
        assertThat(themes.themesOf(anEntry().says("Nice STAFF.").entry())).containsExactly(STAFF.id());
        assertThat(themes.themesOf(anEntry().says("staffing, (wait)").entry())).containsExactly(WAITING.id());
        assertThat(themes.themesOf(anEntry().says("a staff").entry())).containsExactly(STAFF.id());
    }

    @Test
    void a_word_is_mentioned_in_its_other_forms_as_well() {
        assertThat(themes.themesOf(anEntry().says("We waited").entry())).containsExactly(WAITING.id());
        assertThat(themes.themesOf(anEntry().says("long waits").entry())).containsExactly(WAITING.id());
        assertThat(new ThemeIndex(List.of(theme("box", 0, "boxed", "lunch")))
                        .themesOf(anEntry().says("two lunches").entry()))
                .hasSize(1);
    }

    @Test
    void a_short_word_has_no_other_forms() {
        var cars = new ThemeIndex(List.of(theme("car", 0, "car")));

        assertThat(cars.themesOf(anEntry().says("They cared").entry())).isEmpty();
    }

    @Test
    void phrases_are_not_looked_for_in_texts() {
        var phrase = new ThemeIndex(List.of(theme("phrase", 0, "call handler")));

        assertThat(phrase.themesOf(anEntry().says("the call handler").entry())).isEmpty();
        assertThat(phrase.themesOf(anEntry().about("call handler").entry())).hasSize(1);
    }

    @Test
    void a_term_of_two_themes_belongs_to_both_the_older_first() {
        var both = new ThemeIndex(List.of(theme("younger", 5, "wait"), WAITING));

        assertThat(both.themesOf(anEntry().about("wait").entry()))
                .extracting(ThemeId::value)
                .containsExactly("waiting", "younger");
    }

    @Test
    void feedback_belongs_to_at_most_five_themes() {
        var many = new ThemeIndex(IntStream.range(0, 9)
                .mapToObj(i -> theme("theme" + i, i, "word" + i))
                .toList());

        var mentioned = many.themesOf(
                anEntry().says("word0 word1 word2 word3 word4 word5 word6").entry());

        assertThat(mentioned)
                .extracting(ThemeId::value)
                .containsExactly("theme0", "theme1", "theme2", "theme3", "theme4");
    }

    @Test
    void feedback_that_was_not_understood_belongs_to_none() {
        assertThat(themes.themesOf(anEntry().says("wait").givenUp().entry())).isEmpty();
    }

    @Test
    void without_themes_feedback_belongs_to_none() {
        assertThat(new ThemeIndex(List.of()).themesOf(anEntry().about("wait").entry()))
                .isEmpty();
    }
}

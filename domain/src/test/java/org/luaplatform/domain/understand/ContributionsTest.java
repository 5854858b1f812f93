package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestEntries.FORM;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Scale;

final class ContributionsTest {

    private static final ThemeId WAITING = new ThemeId("waiting");

    private static List<Contribution> of(FeedbackEntry entry, ThemeId... themes) {
        return Contributions.of(entry, List.of(themes), (_, keyword) -> Optional.of(Counters.keyword(keyword)));
    }

    @Test
    void figures_count_in_the_quarter_of_an_hour_of_the_utc_day() {
        var entry =
                anEntry().at("2026-03-02T23:59:59.999Z").by(new Channel("web")).entry();

        var figures = of(entry).getFirst();

        assertThat(figures.bucket())
                .isEqualTo(new Bucket.Key(
                        Bucket.Kind.FIGURES,
                        FORM,
                        LocalDate.parse("2026-03-02"),
                        new Channel("web"),
                        Language.ENGLISH));
        assertThat(figures.slot()).isEqualTo(95);
    }

    @Test
    void a_day_begins_with_slot_zero() {
        var figures = of(anEntry().at("2026-03-02T00:14:59Z").entry()).getFirst();

        assertThat(figures.slot()).isZero();
    }

    @Test
    void topics_count_for_the_day_as_a_whole() {
        var topics = of(anEntry().at("2026-03-02T23:59:59Z").entry()).getLast();

        assertThat(topics.bucket().kind()).isEqualTo(Bucket.Kind.TOPICS);
        assertThat(topics.bucket().day()).isEqualTo("2026-03-02");
        assertThat(topics.slot()).isZero();
    }

    @Test
    void figures_are_the_volume_the_sentiment_and_every_score() {
        var entry = anEntry()
                .feels(SentimentLabel.NEGATIVE, -0.4567)
                .scored("stars", new Scale.Rating(5), 2)
                .scored("nps", new Scale.Nps(), 10)
                .entry();

        var figures = of(entry).getFirst();

        assertThat(figures.tally().counts())
                .isEqualTo(Map.of(
                        "volume", 1L,
                        "sentiment:negative", 1L,
                        "sentiment:sum", -457L,
                        "satisfaction:count", 1L,
                        "satisfaction:sum", 25L,
                        "score:rating5:stars:2", 1L,
                        "score:nps:nps:10", 1L));
    }

    @Test
    void topics_are_keywords_and_themes_with_what_they_are_compared_with() {
        var entry = anEntry()
                .feels(SentimentLabel.POSITIVE, 0.5)
                .scored("csat", new Scale.Csat(), 5)
                .about("staff")
                .entry();

        var topics = of(entry, WAITING).getLast();

        assertThat(topics.tally().counts())
                .isEqualTo(Map.ofEntries(
                        Map.entry("volume", 1L),
                        Map.entry("sentiment:positive", 1L),
                        Map.entry("sentiment:sum", 500L),
                        Map.entry("satisfaction:count", 1L),
                        Map.entry("satisfaction:sum", 100L),
                        Map.entry("keyword:staff=staff", 1L),
                        Map.entry("theme:waiting:size", 1L),
                        Map.entry("theme:waiting:positive", 1L),
                        Map.entry("theme:waiting:sentiment", 500L),
                        Map.entry("theme:waiting:scored", 1L),
                        Map.entry("theme:waiting:satisfaction", 100L)));
    }

    @Test
    void a_keyword_that_is_not_admitted_is_not_counted() {
        var entry = anEntry().about("staff", "queue").entry();

        var topics = Contributions.of(
                        entry,
                        List.of(),
                        (bucket, keyword) -> keyword.term().equals("queue") && bucket.kind() == Bucket.Kind.TOPICS
                                ? Optional.of("keyword:queue=Queue")
                                : Optional.empty())
                .getLast();

        assertThat(topics.tally().counts()).containsKey("keyword:queue=Queue").doesNotContainKey("keyword:staff=staff");
    }

    @Test
    void what_was_given_up_counts_by_its_volume_and_scores() {
        var entry = anEntry().scored("csat", new Scale.Csat(), 1).givenUp().entry();

        var contributions = of(entry);

        assertThat(contributions.getFirst().tally().counts())
                .isEqualTo(Map.of("volume", 1L, "satisfaction:count", 1L, "score:csat:csat:1", 1L));
        assertThat(contributions.getLast().tally().counts()).isEqualTo(Map.of("volume", 1L, "satisfaction:count", 1L));
        assertThat(Contributions.understood(contributions)).isFalse();
    }

    @Test
    void whatever_has_an_insight_was_understood_also_if_it_says_nothing() {
        var entry = anEntry().feels(SentimentLabel.NOT_ASSESSED, 0).entry();

        assertThat(Contributions.understood(of(entry))).isTrue();
    }

    @Test
    void the_language_is_the_primary_one_of_the_text() {
        var entry = anEntry().named("en").writtenIn("pt-br").entry();

        assertThat(of(entry).getFirst().bucket().language()).isEqualTo(new Language("pt"));
    }

    @Test
    void the_language_is_the_one_named_where_the_text_does_not_tell() {
        var undetermined = anEntry().named("de-AT").writtenIn("und").entry();
        var givenUp = anEntry().named("fr").givenUp().entry();

        assertThat(of(undetermined).getFirst().bucket().language()).isEqualTo(new Language("de"));
        assertThat(of(givenUp).getFirst().bucket().language()).isEqualTo(new Language("fr"));
    }

    @Test
    void the_language_is_undetermined_where_nobody_tells() {
        var entry = anEntry().writtenIn("und").entry();

        assertThat(of(entry).getFirst().bucket().language()).isEqualTo(Language.UNDETERMINED);
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Scale;

final class CountersTest {

    @Test
    void a_score_is_read_as_it_was_counted() {
        for (Scale scale : List.of(
                new Scale.Rating(3), new Scale.Rating(10), new Scale.Nps(), new Scale.Csat(), new Scale.Ces())) {
            String counter = Counters.score(new FieldKey("how_was-it"), scale, 3);

            assertThat(Counters.score(counter)).contains(new Counters.Score(new FieldKey("how_was-it"), scale, 3));
        }
    }

    @Test
    void a_keyword_is_read_as_it_was_counted() {
        var keyword = new Keyword("wait time", "waiting times: A=B");

        String counter = Counters.keyword(keyword);

        assertThat(Counters.keyword(counter)).contains(keyword);
    }

    @Test
    void a_term_that_would_break_its_counter_is_counted_without_the_sign() {
        String counter = Counters.keyword(new Keyword("a=b", "A=B"));

        assertThat(Counters.keyword(counter)).contains(new Keyword("a b", "A=B"));
    }

    @Test
    void a_counter_is_never_too_long_for_a_tally() {
        String counter = Counters.keyword(new Keyword("t".repeat(80), "d".repeat(300)));

        assertThat(counter).hasSizeLessThanOrEqualTo(200);
        assertThat(Counters.keyword(counter)).contains(new Keyword("t".repeat(80), "d".repeat(100)));
    }

    @Test
    void a_theme_is_read_as_it_was_counted() {
        var theme = new ThemeId("waiting");

        assertThat(Counters.theme(Counters.theme(theme, Counters.ThemePart.SIZE)))
                .contains(theme);
        assertThat(Counters.theme(Counters.theme(theme, SentimentLabel.NOT_ASSESSED)))
                .contains(theme);
    }

    @Test
    void a_counter_of_one_thing_is_none_of_another() {
        String score = Counters.score(new FieldKey("score"), new Scale.Nps(), 10);
        String keyword = Counters.keyword(new Keyword("score", "score"));
        String theme = Counters.theme(new ThemeId("score"), Counters.ThemePart.SIZE);

        assertThat(Counters.score(keyword)).isEmpty();
        assertThat(Counters.keyword(theme)).isEmpty();
        assertThat(Counters.theme(score)).isEqualTo(Optional.empty());
    }

    @Test
    void the_parts_of_a_theme_are_counted_apart_from_each_other_and_from_its_sentiments() {
        var theme = new ThemeId("waiting");

        assertThat(List.of(
                        Counters.theme(theme, Counters.ThemePart.SIZE),
                        Counters.theme(theme, Counters.ThemePart.SENTIMENT_SUM),
                        Counters.theme(theme, Counters.ThemePart.SATISFACTION_COUNT),
                        Counters.theme(theme, Counters.ThemePart.SATISFACTION_SUM),
                        Counters.theme(theme, SentimentLabel.POSITIVE),
                        Counters.theme(theme, SentimentLabel.NEUTRAL),
                        Counters.theme(theme, SentimentLabel.NEGATIVE),
                        Counters.theme(theme, SentimentLabel.NOT_ASSESSED)))
                .doesNotHaveDuplicates();
    }
}

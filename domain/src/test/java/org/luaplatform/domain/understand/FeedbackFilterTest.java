package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.understand.testing.TestFilters.filter;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.testing.TestFilters;
import org.luaplatform.domain.understand.testing.TestInsights;
import org.luaplatform.domain.understand.testing.TestThemes;

class FeedbackFilterTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org");
    private static final ThemeId THEME = TestThemes.anId();

    /// Said at noon by the widget about queues, in English by its insight, with a satisfaction of 75 %.
    private final Feedback piece = TestFeedback.feedback(ORGANIZATION)
            .words("Long queues")
            .score(4)
            .language("de")
            .channel("widget")
            .build();

    private final FeedbackEntry entry = new FeedbackEntry(
            piece,
            new AnalysisState.Done(),
            Optional.of(TestInsights.anInsight("en-gb", SentimentLabel.NEGATIVE)),
            List.of(THEME));

    private final FeedbackEntry bare = new FeedbackEntry(
            TestFeedback.feedback(ORGANIZATION).build(),
            new AnalysisState.Pending(0, TestClock.NOON, Optional.empty()),
            Optional.empty(),
            List.of());

    @Test
    void no_restriction_lets_everything_through() {
        assertThat(FeedbackFilter.ALL.matches(entry)).isTrue();
        assertThat(FeedbackFilter.ALL.matches(bare)).isTrue();
    }

    @Test
    void everything_at_once_must_match() {
        var all = filter().form(piece.form())
                .from(TestClock.NOON)
                .to(TestClock.NOON.plusMillis(1))
                .sentiment(SentimentLabel.NEGATIVE)
                .theme(THEME)
                .atLeast(new Satisfaction(75))
                .atMost(new Satisfaction(75))
                .language(Language.ENGLISH)
                .channel(piece.channel())
                .words("LON que");

        assertThat(all.build().matches(entry)).isTrue();
        assertThat(all.form(TestForms.anId()).build().matches(entry)).isFalse();
    }

    @Test
    void a_form_lets_its_own_feedback_through() {
        assertThat(TestFilters.ofForm(piece.form()).matches(entry)).isTrue();
        assertThat(TestFilters.ofForm(TestForms.anId()).matches(entry)).isFalse();
    }

    @Test
    void a_period_has_its_beginning_and_lacks_its_end() {
        assertThat(filter().from(TestClock.NOON).build().matches(entry)).isTrue();
        assertThat(filter().from(TestClock.NOON.plusMillis(1)).build().matches(entry))
                .isFalse();
        assertThat(filter().to(TestClock.NOON).build().matches(entry)).isFalse();
        assertThat(filter().to(TestClock.NOON.plusMillis(1)).build().matches(entry))
                .isTrue();
    }

    @Test
    void a_sentiment_is_that_of_the_insight() {
        assertThat(TestFilters.feeling(SentimentLabel.NEGATIVE).matches(entry)).isTrue();
        assertThat(TestFilters.feeling(SentimentLabel.POSITIVE).matches(entry)).isFalse();
        assertThat(TestFilters.feeling(SentimentLabel.NOT_ASSESSED).matches(bare))
                .isFalse();
    }

    @Test
    void a_theme_is_one_that_it_was_counted_under() {
        assertThat(TestFilters.about(THEME).matches(entry)).isTrue();
        assertThat(TestFilters.about(TestThemes.anId()).matches(entry)).isFalse();
    }

    @Test
    void bounds_of_satisfaction_are_inclusive_and_need_a_score() {
        assertThat(TestFilters.satisfied(75, 75).matches(entry)).isTrue();
        assertThat(filter().atLeast(new Satisfaction(76)).build().matches(entry))
                .isFalse();
        assertThat(filter().atMost(new Satisfaction(74)).build().matches(entry)).isFalse();
        assertThat(filter().atLeast(new Satisfaction(0)).build().matches(bare)).isFalse();
        assertThat(filter().atMost(new Satisfaction(100)).build().matches(bare)).isFalse();
    }

    @Test
    void a_language_goes_by_the_insight_and_stands_for_its_regions() {
        assertThat(TestFilters.speaking("en").matches(entry)).isTrue();
        assertThat(TestFilters.speaking("en-us").matches(entry)).isTrue();
        assertThat(TestFilters.speaking("de").matches(entry)).isFalse();
    }

    @Test
    void a_language_is_the_named_one_until_there_is_an_insight() {
        var waiting = new FeedbackEntry(
                piece, new AnalysisState.Pending(0, TestClock.NOON, Optional.empty()), Optional.empty(), List.of());

        assertThat(waiting.language()).isEqualTo(new Language("de"));
        assertThat(TestFilters.speaking("de").matches(waiting)).isTrue();
        assertThat(TestFilters.speaking("und").matches(bare)).isTrue();
    }

    @Test
    void a_channel_is_that_one() {
        assertThat(TestFilters.by("widget").matches(entry)).isTrue();
        assertThat(TestFilters.by("api").matches(entry)).isFalse();
    }

    @Test
    void words_are_looked_for_in_the_texts() {
        assertThat(TestFilters.saying("long q").matches(entry)).isTrue();
        assertThat(TestFilters.saying("short").matches(entry)).isFalse();
        assertThat(TestFilters.saying(" … ").matches(bare)).isTrue();
    }

    @Test
    void a_search_for_too_many_words_is_refused() {
        assertThat(TestFilters.saying("x".repeat(200)).words()).isPresent();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> TestFilters.saying("x".repeat(201)))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .containsExactly(new Violation(Pointer.to("q"), "must have at most 200 characters")));
    }
}

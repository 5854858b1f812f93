package org.luaplatform.domain.understand.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.Urgency;

/// Insights for tests.
public final class TestInsights {

    public static final TextAnalyzer.AnalyzerVersion ANALYZER = new TextAnalyzer.AnalyzerVersion("test", "1.2");

    private TestInsights() {}

    /// In English, about `keywords`.
    public static Insight anInsight(SentimentLabel label, String... keywords) {
        return anInsight("en", label, keywords);
    }

    public static Insight anInsight(String language, SentimentLabel label, String... keywords) {
        return new Insight(
                new Language(language),
                sentiment(label),
                Stream.of(keywords).map(term -> new Keyword(term, term)).toList(),
                Urgency.NONE,
                List.of(),
                ANALYZER,
                TestClock.NOON);
    }

    public static Sentiment sentiment(SentimentLabel label) {
        return switch (label) {
            case POSITIVE -> new Sentiment(label, 0.75, 0.9);
            case NEUTRAL -> new Sentiment(label, 0.0, 0.6);
            case NEGATIVE -> new Sentiment(label, -0.5, 0.8);
            case NOT_ASSESSED -> Sentiment.NOT_ASSESSED;
        };
    }

    /// Every part of it in use.
    public static Insight everything() {
        var urgency = new Urgency(Urgency.Level.HIGH, Optional.of("at once, 😀"));
        return new Insight(
                new Language("pt-br"),
                new Sentiment(SentimentLabel.NEGATIVE, -0.123456789, 1.0 / 3),
                List.of(new Keyword("wait time", "Waiting times"), new Keyword("$odd.term", "Odd\n\"term\"")),
                urgency,
                List.of(
                        new Insight.AnswerInsight(
                                new FieldKey("why"),
                                new Language("de"),
                                new Sentiment(SentimentLabel.POSITIVE, 1, 0),
                                List.of(new Keyword("queue", "queues")),
                                new Urgency(Urgency.Level.LOW, Optional.of("soon"))),
                        new Insight.AnswerInsight(
                                new FieldKey("name"),
                                Language.UNDETERMINED,
                                Sentiment.NOT_ASSESSED,
                                List.of(),
                                Urgency.NONE)),
                ANALYZER,
                TestClock.NOON.plusMillis(7));
    }
}

package org.luaplatform.domain.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

/// Feedback to match rules against.
final class Understood {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final OrganizationId ORGANIZATION = new OrganizationId("org1");
    static final FormId FORM = new FormId("form1");
    static final ThemeId THEME = new ThemeId("theme1");

    private Understood() {}

    /// Angry, urgent words about the waiting time, in Brazilian Portuguese, with 2 of 5 stars.
    static FeedbackEntry complaint() {
        return entry(
                new Answer.Score(new Scale.Rating(5), 2),
                new Insight(
                        new Language("pt-br"),
                        new Sentiment(SentimentLabel.NEGATIVE, -0.5, 0.8),
                        List.of(new Keyword("wait time", "Waiting Times"), new Keyword("nurse", "nurse")),
                        new Urgency(Urgency.Level.HIGH, Optional.of("unsafe")),
                        List.of(),
                        new AnalyzerVersion("test", "1"),
                        NOON));
    }

    static FeedbackEntry entry(Answer answer, Insight insight) {
        return new FeedbackEntry(
                feedback("feedback1", answer), new AnalysisState.Done(), Optional.of(insight), List.of(THEME));
    }

    /// Somebody answered a question by a date; nobody has understood it.
    static FeedbackEntry mute() {
        Feedback feedback = feedback("feedback2", new Answer.YesNo(true));
        return new FeedbackEntry(feedback, new AnalysisState.Failed(5, "broken", NOON), Optional.empty(), List.of());
    }

    static Feedback feedback(String id, Answer answer) {
        var answers = new Answers(Map.of(new FieldKey("score"), answer));
        return new Feedback(
                new FeedbackId(id),
                ORGANIZATION,
                FORM,
                1,
                answers,
                Optional.of(new Language("de")),
                new Channel("widget"),
                Optional.empty(),
                NOON,
                NOON,
                answers.satisfaction(),
                Optional.empty());
    }
}

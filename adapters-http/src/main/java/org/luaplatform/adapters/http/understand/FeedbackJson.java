package org.luaplatform.adapters.http.understand;

import java.util.List;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

/// Feedback and what it says, as clients read it and receivers of webhooks are told it.
public final class FeedbackJson {

    private FeedbackJson() {}

    public static void write(JsonWriter json, FeedbackEntry entry) {
        Feedback feedback = entry.feedback();
        json.startObject()
                .field("id", feedback.id().value())
                .field("formId", feedback.form().value())
                .field("formVersion", feedback.formVersion());
        answers(json, feedback.answers());
        json.field("language", feedback.language().map(Language::tag))
                .field("channel", feedback.channel().name());
        feedback.respondent().ifPresent(respondent -> respondent(json, respondent));
        json.field("occurredAt", feedback.occurredAt()).field("receivedAt", feedback.receivedAt());
        analysis(json, entry.analysis());
        entry.insight().ifPresent(insight -> {
            json.startObject("insight");
            fields(json, feedback.id(), insight);
            json.endObject();
        });
        json.strings("themes", entry.themes().stream().map(ThemeId::value).toList())
                .endObject();
    }

    private static void answers(JsonWriter json, Answers answers) {
        json.startObject("answers");
        answers.byField().forEach((key, answer) -> {
            String name = key.value();
            switch (answer) {
                case Answer.Text(String text) -> json.field(name, text);
                case Answer.Email(String address) -> json.field(name, address);
                case Answer.YesNo(boolean yes) -> json.field(name, yes);
                case Answer.Numeric number -> json.field(name, number.value());
                case Answer.Date date -> json.field(name, date.value());
                case Answer.Score score -> json.field(name, score.value());
                case Answer.Choice choice -> choice(json, name, choice);
            }
        });
        json.endObject();
    }

    /// The one thing that was chosen, or the list of several, as exports write it.
    private static void choice(JsonWriter json, String name, Answer.Choice choice) {
        int count = choice.options().size() + (choice.other().isPresent() ? 1 : 0);
        if (count == 1 && choice.other().isEmpty()) {
            json.field(name, choice.options().getFirst().value());
            return;
        }
        if (count == 1) {
            json.startObject(name).field("other", choice.other()).endObject();
            return;
        }
        json.strings(
                name,
                choice.options().stream().map(FieldKey::value).toList(),
                () -> choice.other()
                        .ifPresent(
                                text -> json.startObject().field("other", text).endObject()));
    }

    private static void respondent(JsonWriter json, Respondent respondent) {
        json.startObject("respondent").field("ref", respondent.ref());
        if (!respondent.attributes().isEmpty()) {
            json.startObject("attributes");
            respondent.attributes().forEach(json::field);
            json.endObject();
        }
        json.endObject();
    }

    private static void analysis(JsonWriter json, AnalysisState state) {
        switch (state) {
            case AnalysisState.Pending pending -> {
                json.field("analysis", "pending");
                if (pending.attempts() > 0) {
                    json.startObject("attempts")
                            .field("made", pending.attempts())
                            .field("nextAt", pending.dueAt())
                            .field("problem", pending.lastProblem())
                            .endObject();
                }
            }
            case AnalysisState.Done _ -> json.field("analysis", "done");
            case AnalysisState.Failed failed ->
                json.field("analysis", "failed")
                        .startObject("attempts")
                        .field("made", failed.attempts())
                        .field("failedAt", failed.failedAt())
                        .field("problem", failed.problem())
                        .endObject();
        }
    }

    static void write(JsonWriter json, FeedbackId feedback, Insight insight) {
        json.startObject();
        fields(json, feedback, insight);
        json.endObject();
    }

    private static void fields(JsonWriter json, FeedbackId feedback, Insight insight) {
        json.field("feedbackId", feedback.value())
                .field("language", insight.language().tag());
        sentiment(json, insight.sentiment());
        keywords(json, insight.keywords());
        urgency(json, insight.urgency());
        json.startArray("answers");
        for (Insight.AnswerInsight answer : insight.answers()) {
            json.startObject()
                    .field("field", answer.field().value())
                    .field("language", answer.language().tag());
            sentiment(json, answer.sentiment());
            keywords(json, answer.keywords());
            urgency(json, answer.urgency());
            json.endObject();
        }
        json.endArray()
                .startObject("analyzer")
                .field("name", insight.analyzer().name())
                .field("version", insight.analyzer().version())
                .endObject()
                .field("analysedAt", insight.analysedAt());
    }

    static void sentiment(JsonWriter json, Sentiment sentiment) {
        json.startObject("sentiment")
                .field("label", Words.of(sentiment.label()))
                .field("score", rounded(sentiment.score()))
                .field("confidence", rounded(sentiment.confidence()))
                .endObject();
    }

    private static void keywords(JsonWriter json, List<Keyword> keywords) {
        json.strings("keywords", keywords.stream().map(Keyword::display).toList());
    }

    private static void urgency(JsonWriter json, Urgency urgency) {
        json.startObject("urgency")
                .field("level", Words.of(urgency.level()))
                .field("because", urgency.because())
                .endObject();
    }

    /// Four digits are more than an analyzer knows.
    static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}

package org.luaplatform.adapters.documents.understand;

import java.util.List;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;
import org.luaplatform.domain.understand.Urgency;

/// Insights as documents, within the document of the feedback that they are about: `{language, sentiment, keywords,
/// urgency, answers, analyzer, analysedAt}`.
public final class InsightDocument {

    private InsightDocument() {}

    public static Document of(Insight insight) {
        return Document.builder()
                .put("language", insight.language().tag())
                .put("sentiment", sentiment(insight.sentiment()))
                .putDocuments("keywords", keywords(insight.keywords()))
                .put("urgency", urgency(insight.urgency()))
                .putDocuments(
                        "answers",
                        insight.answers().stream().map(InsightDocument::answer).toList())
                .put(
                        "analyzer",
                        Document.builder()
                                .put("name", insight.analyzer().name())
                                .put("version", insight.analyzer().version())
                                .build())
                .putMillis("analysedAt", insight.analysedAt())
                .build();
    }

    public static Insight toInsight(Document document) {
        return Stored.accepted(document, () -> {
            Document analyzer = document.document("analyzer");
            return new Insight(
                    new Language(document.text("language")),
                    toSentiment(document.document("sentiment")),
                    toKeywords(document),
                    toUrgency(document.document("urgency")),
                    document.documents("answers").stream()
                            .map(InsightDocument::toAnswer)
                            .toList(),
                    new AnalyzerVersion(analyzer.text("name"), analyzer.text("version")),
                    document.instant("analysedAt"));
        });
    }

    static Document sentiment(Sentiment sentiment) {
        return Document.builder()
                .put("label", EnumText.of(sentiment.label()))
                .put("score", sentiment.score())
                .put("confidence", sentiment.confidence())
                .build();
    }

    static Sentiment toSentiment(Document document) {
        return new Sentiment(
                EnumText.to(SentimentLabel.class, document.text("label")),
                document.number("score"),
                document.number("confidence"));
    }

    private static List<Document> keywords(List<Keyword> keywords) {
        return keywords.stream()
                .map(keyword -> Document.builder()
                        .put("term", keyword.term())
                        .put("display", keyword.display())
                        .build())
                .toList();
    }

    private static List<Keyword> toKeywords(Document document) {
        return document.documents("keywords").stream()
                .map(keyword -> new Keyword(keyword.text("term"), keyword.text("display")))
                .toList();
    }

    private static Document urgency(Urgency urgency) {
        return Document.builder()
                .put("level", EnumText.of(urgency.level()))
                .put("because", urgency.because())
                .build();
    }

    private static Urgency toUrgency(Document document) {
        return new Urgency(EnumText.to(Urgency.Level.class, document.text("level")), document.optionalText("because"));
    }

    private static Document answer(Insight.AnswerInsight answer) {
        return Document.builder()
                .put("field", answer.field().value())
                .put("language", answer.language().tag())
                .put("sentiment", sentiment(answer.sentiment()))
                .putDocuments("keywords", keywords(answer.keywords()))
                .put("urgency", urgency(answer.urgency()))
                .build();
    }

    private static Insight.AnswerInsight toAnswer(Document document) {
        return new Insight.AnswerInsight(
                new FieldKey(document.text("field")),
                new Language(document.text("language")),
                toSentiment(document.document("sentiment")),
                toKeywords(document),
                toUrgency(document.document("urgency")));
    }
}

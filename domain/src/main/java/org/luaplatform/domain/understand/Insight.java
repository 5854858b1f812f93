package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.List;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FieldKey;

/// What one piece of feedback says.
///
/// @param language what most of it is written in
/// @param keywords what it is about, the most telling first
/// @param answers what each of its texts says
public record Insight(
        Language language,
        Sentiment sentiment,
        List<Keyword> keywords,
        Urgency urgency,
        List<AnswerInsight> answers,
        TextAnalyzer.AnalyzerVersion analyzer,
        Instant analysedAt) {

    public Insight {
        keywords = List.copyOf(keywords);
        answers = List.copyOf(answers);
    }

    /// What one answer says.
    public record AnswerInsight(
            FieldKey field, Language language, Sentiment sentiment, List<Keyword> keywords, Urgency urgency) {
        public AnswerInsight {
            keywords = List.copyOf(keywords);
        }
    }
}

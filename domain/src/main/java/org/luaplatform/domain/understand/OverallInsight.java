package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FieldKey;

/// Sees what the answers of one piece of feedback say together.
public final class OverallInsight {

    static final int MOST_KEYWORDS = 10;

    /// From here on an opposite voice is heard as much as the main one: together they are neither.
    private static final double AS_STRONG = 0.75;

    private OverallInsight() {}

    /// An answer in the respondent's own words, and what was found in it.
    public record ReadAnswer(FieldKey field, String text, TextAnalyzer.Analysis analysis) {}

    /// The insight into feedback with these texts.
    ///
    /// The sentiment is the mean of the answers' sentiments, each by its confidence and by the square root of its
    /// length: many words weigh more than few, yet a long complaint does not drown all the rest. The language is
    /// that of most of the text, the urgency the highest. Without texts nothing is assessed.
    ///
    /// @param named the language that the client named, for feedback without words
    public static Insight of(
            List<ReadAnswer> answers,
            Optional<Language> named,
            TextAnalyzer.AnalyzerVersion analyzer,
            Instant analysedAt) {
        return new Insight(
                language(answers, named),
                sentiment(answers),
                keywords(answers),
                answers.stream()
                        .map(answer -> answer.analysis().urgency())
                        .max(Comparator.naturalOrder())
                        .orElse(Urgency.NONE),
                answers.stream()
                        .map(answer -> new Insight.AnswerInsight(
                                answer.field(),
                                answer.analysis().language(),
                                answer.analysis().sentiment(),
                                answer.analysis().keywords(),
                                answer.analysis().urgency()))
                        .toList(),
                analyzer,
                analysedAt);
    }

    private static Language language(List<ReadAnswer> answers, Optional<Language> named) {
        Map<Language, Integer> lengths = new LinkedHashMap<>();
        answers.stream()
                .filter(answer -> !answer.analysis().language().equals(Language.UNDETERMINED))
                .forEach(answer -> lengths.merge(
                        answer.analysis().language(), answer.text().length(), Integer::sum));
        return lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> answers.isEmpty() ? named : Optional.empty())
                .orElse(Language.UNDETERMINED);
    }

    private static Sentiment sentiment(List<ReadAnswer> answers) {
        List<ReadAnswer> assessed = answers.stream()
                .filter(answer -> answer.analysis().sentiment().isAssessed())
                .toList();
        if (assessed.isEmpty()) {
            return Sentiment.NOT_ASSESSED;
        }
        if (assessed.size() == 1) {
            return assessed.getFirst().analysis().sentiment();
        }
        double total = 0;
        double scores = 0;
        double confidences = 0;
        Map<SentimentLabel, Double> votes = new EnumMap<>(SentimentLabel.class);
        for (ReadAnswer answer : assessed) {
            Sentiment sentiment = answer.analysis().sentiment();
            double weight = weight(answer);
            total += weight;
            scores += weight * sentiment.score();
            confidences += weight * sentiment.confidence();
            votes.merge(sentiment.label(), weight, Double::sum);
        }
        SentimentLabel label = label(votes);
        double agreement = votes.getOrDefault(label, 0.0) / total;
        // Opposite voices agree on nothing, but that they are mixed is as sure as each of them.
        double confidence = confidences / total * (votes.containsKey(label) ? agreement : 1);
        return new Sentiment(label, clamp(scores / total, -1), clamp(confidence, 0));
    }

    /// A voice without any confidence still counts, if there is nothing else.
    private static double weight(ReadAnswer answer) {
        return Math.max(answer.analysis().sentiment().confidence(), 0.01)
                * Math.sqrt(Math.max(1, answer.text().length()));
    }

    private static SentimentLabel label(Map<SentimentLabel, Double> votes) {
        double positive = votes.getOrDefault(SentimentLabel.POSITIVE, 0.0);
        double negative = votes.getOrDefault(SentimentLabel.NEGATIVE, 0.0);
        double neutral = votes.getOrDefault(SentimentLabel.NEUTRAL, 0.0);
        double stronger = Math.max(positive, negative);
        if (neutral >= stronger || Math.min(positive, negative) >= AS_STRONG * stronger) {
            return SentimentLabel.NEUTRAL;
        }
        return positive > negative ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /// Takes turns between the answers, so that each gets its most telling keywords in.
    private static List<Keyword> keywords(List<ReadAnswer> answers) {
        Map<String, Keyword> merged = new LinkedHashMap<>();
        int longest = answers.stream()
                .mapToInt(answer -> answer.analysis().keywords().size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (ReadAnswer answer : answers) {
                List<Keyword> keywords = answer.analysis().keywords();
                if (rank < keywords.size()) {
                    merged.putIfAbsent(keywords.get(rank).term(), keywords.get(rank));
                }
            }
        }
        return merged.values().stream().limit(MOST_KEYWORDS).toList();
    }

    private static double clamp(double value, double lowest) {
        return Math.clamp(value, lowest, 1.0);
    }
}

package org.luaplatform.domain.understand;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Feedback;

/// What one piece of feedback adds to the statistics. A piece whose analysis was given up counts by its volume and
/// scores, and by no sentiment at all.
final class Contributions {

    /// The slots of a day of figures: every time zone's midnight is on a quarter of an hour.
    static final Duration SLOT = Duration.ofMinutes(15);

    private Contributions() {}

    /// Under which counter a bucket counts a keyword; empty if it does not.
    interface Admission {
        Optional<String> counter(Bucket.Key bucket, Keyword keyword);
    }

    static List<Contribution> of(FeedbackEntry entry, List<ThemeId> themes, Admission admission) {
        Feedback feedback = entry.feedback();
        Bucket.Key figures = bucket(Bucket.Kind.FIGURES, entry);
        Bucket.Key topics = bucket(Bucket.Kind.TOPICS, entry);

        var common = new TallySum();
        common.add(Counters.VOLUME, 1);
        feedback.satisfaction().ifPresent(satisfaction -> {
            common.add(Counters.SATISFACTION_COUNT, 1);
            common.add(Counters.SATISFACTION_SUM, satisfaction.percent());
        });
        entry.insight().map(Insight::sentiment).ifPresent(sentiment -> {
            common.add(Counters.sentiment(sentiment.label()), 1);
            common.add(Counters.SENTIMENT_SUM, Counters.thousandths(sentiment));
        });
        Tally shared = common.sum();

        return List.of(
                new Contribution(figures, slot(feedback.occurredAt()), withScores(shared, feedback)),
                new Contribution(topics, 0, withTopics(shared, entry, themes, topics, admission)));
    }

    static Bucket.Key bucket(Bucket.Kind kind, FeedbackEntry entry) {
        Feedback feedback = entry.feedback();
        return new Bucket.Key(
                kind,
                feedback.form(),
                LocalDate.ofInstant(feedback.occurredAt(), ZoneOffset.UTC),
                feedback.channel(),
                language(entry));
    }

    /// Whether what was counted knew an insight.
    static boolean understood(List<Contribution> counted) {
        return counted.stream()
                .flatMap(contribution -> contribution.tally().counts().keySet().stream())
                .anyMatch(counter -> counter.startsWith(Counters.SENTIMENT_PREFIX));
    }

    private static Language language(FeedbackEntry entry) {
        return entry.insight()
                .map(Insight::language)
                .filter(language -> !language.equals(Language.UNDETERMINED))
                .or(() -> entry.feedback().language())
                .orElse(Language.UNDETERMINED)
                .primary();
    }

    private static int slot(Instant instant) {
        Instant midnight = instant.truncatedTo(ChronoUnit.DAYS);
        return (int) Duration.between(midnight, instant).dividedBy(SLOT);
    }

    private static Tally withScores(Tally shared, Feedback feedback) {
        var sum = new TallySum();
        sum.add(shared);
        feedback.answers().byField().forEach((field, answer) -> {
            if (answer instanceof Answer.Score score) {
                sum.add(Counters.score(field, score.scale(), score.value()), 1);
            }
        });
        return sum.sum();
    }

    private static Tally withTopics(
            Tally shared, FeedbackEntry entry, List<ThemeId> themes, Bucket.Key bucket, Admission admission) {
        var sum = new TallySum();
        sum.add(shared);
        entry.insight()
                .ifPresent(insight -> insight.keywords().stream()
                        .map(keyword -> admission.counter(bucket, keyword))
                        .flatMap(Optional::stream)
                        .distinct()
                        .forEach(counter -> sum.add(counter, 1)));
        for (ThemeId theme : themes) {
            sum.add(Counters.theme(theme, Counters.ThemePart.SIZE), 1);
            entry.insight().map(Insight::sentiment).ifPresent(sentiment -> {
                sum.add(Counters.theme(theme, sentiment.label()), 1);
                sum.add(Counters.theme(theme, Counters.ThemePart.SENTIMENT_SUM), Counters.thousandths(sentiment));
            });
            entry.feedback().satisfaction().ifPresent(satisfaction -> {
                sum.add(Counters.theme(theme, Counters.ThemePart.SATISFACTION_COUNT), 1);
                sum.add(Counters.theme(theme, Counters.ThemePart.SATISFACTION_SUM), satisfaction.percent());
            });
        }
        return sum.sum();
    }
}

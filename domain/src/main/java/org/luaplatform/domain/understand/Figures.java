package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Scale;

/// Reads statistics off what was counted.
public final class Figures {

    private Figures() {}

    public static Statistic.Volume volume(Tally tally) {
        return new Statistic.Volume(tally.count(Counters.VOLUME));
    }

    public static Statistic.Ratings ratings(Tally tally) {
        record Question(FieldKey field, Scale scale) {}
        Map<Question, SortedMap<Integer, Long>> distributions = new HashMap<>();
        tally.counts()
                .forEach((counter, count) -> Counters.score(counter)
                        .ifPresent(score -> distributions
                                .computeIfAbsent(new Question(score.field(), score.scale()), _ -> new TreeMap<>())
                                .merge(score.value(), count, Long::sum)));
        List<Statistic.FieldRatings> fields = new ArrayList<>();
        distributions.forEach((question, distribution) ->
                fields.add(new Statistic.FieldRatings(question.field(), question.scale(), distribution)));
        fields.sort(Comparator.comparing(Statistic.FieldRatings::field)
                .thenComparing(ratings -> ratings.scale().toString()));
        return new Statistic.Ratings(fields, satisfaction(tally));
    }

    /// In percent.
    static OptionalDouble satisfaction(Tally tally) {
        long count = tally.count(Counters.SATISFACTION_COUNT);
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) tally.count(Counters.SATISFACTION_SUM) / count);
    }

    public static Statistic.Nps nps(Tally tally) {
        long[] chosen = chosen(tally, Scale.Nps.class);
        return new Statistic.Nps(sum(chosen, 9, 10), sum(chosen, 7, 8), sum(chosen, 0, 6));
    }

    public static Statistic.Csat csat(Tally tally) {
        long[] chosen = chosen(tally, Scale.Csat.class);
        return new Statistic.Csat(sum(chosen, 4, 5), sum(chosen, 1, 5));
    }

    public static Statistic.Ces ces(Tally tally) {
        long[] chosen = chosen(tally, Scale.Ces.class);
        long sum = 0;
        for (int value = 1; value <= 7; value++) {
            sum += value * chosen[value];
        }
        return new Statistic.Ces(sum, sum(chosen, 1, 7));
    }

    public static Statistic.Sentiments sentiments(Tally tally) {
        return new Statistic.Sentiments(
                tally.count(Counters.sentiment(SentimentLabel.POSITIVE)),
                tally.count(Counters.sentiment(SentimentLabel.NEUTRAL)),
                tally.count(Counters.sentiment(SentimentLabel.NEGATIVE)),
                tally.count(Counters.sentiment(SentimentLabel.NOT_ASSESSED)),
                tally.count(Counters.SENTIMENT_SUM));
    }

    static long size(Tally tally, ThemeId theme) {
        return tally.count(Counters.theme(theme, Counters.ThemePart.SIZE));
    }

    static Statistic.Sentiments sentiments(Tally tally, ThemeId theme) {
        return new Statistic.Sentiments(
                tally.count(Counters.theme(theme, SentimentLabel.POSITIVE)),
                tally.count(Counters.theme(theme, SentimentLabel.NEUTRAL)),
                tally.count(Counters.theme(theme, SentimentLabel.NEGATIVE)),
                tally.count(Counters.theme(theme, SentimentLabel.NOT_ASSESSED)),
                tally.count(Counters.theme(theme, Counters.ThemePart.SENTIMENT_SUM)));
    }

    /// How often each value was chosen, over all questions on such a scale.
    private static long[] chosen(Tally tally, Class<? extends Scale> scale) {
        long[] chosen = new long[11];
        tally.counts()
                .forEach((counter, count) -> Counters.score(counter)
                        .filter(score -> scale.isInstance(score.scale()))
                        .ifPresent(score -> chosen[score.value()] += count));
        return chosen;
    }

    private static long sum(long[] chosen, int lowest, int highest) {
        return Arrays.stream(chosen, lowest, highest + 1).sum();
    }
}

package org.luaplatform.domain.understand;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Works out what themes amount to, from what was counted.
public final class ThemeSummaries {

    /// Two shares differ by more than chance if they are this many standard errors apart: one time in twenty by
    /// mistake.
    private static final double SIGNIFICANT = 1.96;

    private final Tally now;
    private final Tally before;

    /// @param topics the buckets of the period
    /// @param topicsBefore the buckets of the period before
    public ThemeSummaries(List<Bucket> topics, List<Bucket> topicsBefore) {
        this.now = sum(topics);
        this.before = sum(topicsBefore);
    }

    /// The themes that were mentioned in the period, the most mentioned first.
    public List<ThemeSummary> of(List<Theme> themes) {
        return themes.stream()
                .map(this::of)
                .filter(summary -> summary.size() > 0)
                .sorted(Comparator.comparingLong(ThemeSummary::size)
                        .reversed()
                        .thenComparing(summary -> summary.theme().id().value()))
                .toList();
    }

    public ThemeSummary of(Theme theme) {
        long size = Figures.size(now, theme.id());
        long feedback = now.count(Counters.VOLUME);
        Statistic.Sentiments sentiments = Figures.sentiments(now, theme.id());
        OptionalDouble impact = impact(theme.id());
        ThemeSummary.Trend trend = trend(theme.id());
        return new ThemeSummary(
                theme,
                size,
                feedback,
                sentiments,
                impact,
                trend,
                Recommendations.of(theme, size, feedback, sentiments, impact, trend));
    }

    private OptionalDouble impact(ThemeId theme) {
        long all = now.count(Counters.SATISFACTION_COUNT);
        long allSum = now.count(Counters.SATISFACTION_SUM);
        long with = now.count(Counters.theme(theme, Counters.ThemePart.SATISFACTION_COUNT));
        long withSum = now.count(Counters.theme(theme, Counters.ThemePart.SATISFACTION_SUM));
        if (with == 0 || all == with) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) allSum / all - (double) (allSum - withSum) / (all - with));
    }

    private ThemeSummary.Trend trend(ThemeId theme) {
        long size = Figures.size(now, theme);
        long sizeBefore = Figures.size(before, theme);
        long feedback = now.count(Counters.VOLUME);
        long feedbackBefore = before.count(Counters.VOLUME);
        double share = share(size, feedback);
        double shareBefore = share(sizeBefore, feedbackBefore);
        return new ThemeSummary.Trend(direction(share, feedback, shareBefore, feedbackBefore), sizeBefore, shareBefore);
    }

    /// Compares two shares by the z-test for two proportions.
    private static ThemeSummary.Trend.Direction direction(
            double share, long feedback, double shareBefore, long feedbackBefore) {
        if (feedback == 0 || feedbackBefore == 0) {
            return ThemeSummary.Trend.Direction.STEADY;
        }
        if (share > 0 && shareBefore == 0) {
            return ThemeSummary.Trend.Direction.NEW;
        }
        double pooled = (share * feedback + shareBefore * feedbackBefore) / (feedback + feedbackBefore);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / feedback + 1.0 / feedbackBefore));
        double distance = share - shareBefore;
        if (Math.abs(distance) <= SIGNIFICANT * error) {
            return ThemeSummary.Trend.Direction.STEADY;
        }
        return distance > 0 ? ThemeSummary.Trend.Direction.RISING : ThemeSummary.Trend.Direction.FALLING;
    }

    private static double share(long size, long feedback) {
        return feedback == 0 ? 0 : (double) size / feedback;
    }

    private static Tally sum(List<Bucket> buckets) {
        var sum = new TallySum();
        buckets.forEach(bucket -> bucket.slots().values().forEach(sum::add));
        return sum.sum();
    }
}

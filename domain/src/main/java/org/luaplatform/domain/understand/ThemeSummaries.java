package org.luaplatform.domain.understand;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Works out what themes amount to, from what was counted.
public final class ThemeSummaries {

    /// Two shares differ by more than chance if they are this many standard errors apart: one time in twenty by
    /// mistake.
    private static final double SIGNIFICANT = 1.96;

    /// Below this many mentions in both periods together the test says nothing.
    private static final int LEAST_MENTIONS = 10;

    private final Tally now;
    private final Tally before;
    private final Optional<LocalDate> earliest;

    /// @param topics the buckets of the period
    /// @param topicsBefore the buckets of the period before
    public ThemeSummaries(List<Bucket> topics, List<Bucket> topicsBefore) {
        this.now = sum(topics);
        this.before = sum(topicsBefore);
        this.earliest = topicsBefore.stream().map(bucket -> bucket.key().day()).min(Comparator.naturalOrder());
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
        ThemeSummary.Trend trend = trend(theme);
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

    private ThemeSummary.Trend trend(Theme theme) {
        long size = Figures.size(now, theme.id());
        long sizeBefore = Figures.size(before, theme.id());
        long feedback = now.count(Counters.VOLUME);
        long feedbackBefore = before.count(Counters.VOLUME);
        ThemeSummary.Trend.Direction direction = isTooYoung(theme, feedback + feedbackBefore)
                ? ThemeSummary.Trend.Direction.TOO_EARLY
                : direction(size, feedback, sizeBefore, feedbackBefore);
        return new ThemeSummary.Trend(direction, sizeBefore, share(sizeBefore, feedbackBefore));
    }

    /// Whether there may be feedback in these periods that came too early to be given to the theme.
    private boolean isTooYoung(Theme theme, long feedback) {
        LocalDate found = LocalDate.ofInstant(theme.createdAt(), ZoneOffset.UTC);
        return feedback > ThemeDiscovery.REACH && earliest.map(found::isAfter).orElse(false);
    }

    /// Compares two shares by the z-test for two proportions.
    private static ThemeSummary.Trend.Direction direction(
            long size, long feedback, long sizeBefore, long feedbackBefore) {
        if (feedback == 0 || feedbackBefore == 0 || size + sizeBefore < LEAST_MENTIONS) {
            return ThemeSummary.Trend.Direction.STEADY;
        }
        double pooled = (double) (size + sizeBefore) / (feedback + feedbackBefore);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / feedback + 1.0 / feedbackBefore));
        double distance = share(size, feedback) - share(sizeBefore, feedbackBefore);
        if (Math.abs(distance) <= SIGNIFICANT * error) {
            return ThemeSummary.Trend.Direction.STEADY;
        }
        if (distance < 0) {
            return ThemeSummary.Trend.Direction.FALLING;
        }
        return sizeBefore == 0 ? ThemeSummary.Trend.Direction.NEW : ThemeSummary.Trend.Direction.RISING;
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

package org.luaplatform.domain.act;

import java.util.Locale;
import java.util.OptionalDouble;
import org.luaplatform.domain.understand.Figures;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeSummary;

/// Reads the figures that rules watch, and says whether they are beyond a rule's bound.
public final class Thresholds {

    private static final double PERCENT = 100;

    private Thresholds() {}

    /// The metric over everything that was counted; empty where nothing was counted that it could be taken of.
    public static OptionalDouble measure(Trigger.MetricCrossed trigger, Tally counted) {
        return switch (trigger.metric()) {
            case VOLUME -> OptionalDouble.of((double) Figures.volume(counted).count());
            case NPS -> Figures.nps(counted).score();
            case CSAT -> Figures.csat(counted).percent();
            case CES -> Figures.ces(counted).mean();
            case SENTIMENT -> Figures.sentiments(counted).meanScore();
            case NEGATIVE_SHARE -> percent(Figures.sentiments(counted).negativeShare());
        };
    }

    public static double measure(Trigger.ThemeCrossed trigger, ThemeSummary theme) {
        return switch (trigger.measure()) {
            case SIZE -> theme.size();
            case SHARE -> theme.share() * PERCENT;
            case TREND -> {
                if (theme.trend().direction() == ThemeSummary.Trend.Direction.TOO_EARLY) {
                    yield 0;
                }
                long before = Math.max(theme.trend().before(), 1);
                yield PERCENT * (theme.size() - before) / before;
            }
        };
    }

    public static boolean isBeyond(Trigger.MetricCrossed trigger, double value) {
        return switch (trigger.direction()) {
            case ABOVE -> value > trigger.bound();
            case BELOW -> value < trigger.bound();
        };
    }

    public static boolean isBeyond(Trigger.ThemeCrossed trigger, double value) {
        return value >= trigger.atLeast();
    }

    /// The name under which the rule's [Watch] remembers this metric.
    public static String subject(Trigger.MetricCrossed trigger) {
        return name(trigger.metric()) + "." + name(trigger.direction());
    }

    /// The name under which the rule's [Watch] remembers this theme.
    public static String subject(Trigger.ThemeCrossed trigger, ThemeId theme) {
        return theme + "." + name(trigger.measure());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static OptionalDouble percent(OptionalDouble share) {
        return share.isEmpty() ? share : OptionalDouble.of(share.getAsDouble() * PERCENT);
    }
}

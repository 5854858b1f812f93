package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Puts into words what a theme's figures suggest. The same figures give the same words.
final class Recommendations {

    private static final int ANECDOTES = 5;
    private static final int FEW = 30;

    /// Less than this many points of satisfaction is not worth a word.
    private static final double NOTABLE_IMPACT = 0.5;

    private static final double MOSTLY = 0.5;

    private Recommendations() {}

    static ThemeSummary.Recommendation of(
            Theme theme,
            long size,
            long feedback,
            Statistic.Sentiments sentiments,
            OptionalDouble impact,
            ThemeSummary.Trend trend) {
        ThemeSummary.Recommendation.Sureness sureness = sureness(size);
        List<String> clauses = new ArrayList<>();
        clauses.add(mention(theme, size, feedback, sentiments));
        if (sureness != ThemeSummary.Recommendation.Sureness.ANECDOTAL) {
            impact.ifPresent(points -> addImpact(clauses, points, sureness));
        }
        String evidence = String.join("; ", clauses) + ".";
        String text = evidence + development(trend, size) + " " + advice(theme, sentiments, sureness);
        return new ThemeSummary.Recommendation(text, sureness);
    }

    private static ThemeSummary.Recommendation.Sureness sureness(long size) {
        if (size < ANECDOTES) {
            return ThemeSummary.Recommendation.Sureness.ANECDOTAL;
        }
        return size < FEW ? ThemeSummary.Recommendation.Sureness.EARLY : ThemeSummary.Recommendation.Sureness.SOLID;
    }

    private static String mention(Theme theme, long size, long feedback, Statistic.Sentiments sentiments) {
        String mention = "%d of %d %s %s “%s”"
                .formatted(
                        size,
                        feedback,
                        feedback == 1 ? "person" : "people",
                        size == 1 ? "mentions" : "mention",
                        theme.label());
        if (feedback >= FEW) {
            mention = "%d of %d people (%s) mention “%s”"
                    .formatted(size, feedback, percent(size, feedback), theme.label());
        }
        long assessed = sentiments.assessed();
        if (assessed == 0) {
            return mention;
        }
        boolean negative = sentiments.negative() >= sentiments.positive();
        long voices = negative ? sentiments.negative() : sentiments.positive();
        String manner = negative ? "negatively" : "positively";
        if (voices == 0) {
            return mention;
        }
        return assessed < ANECDOTES
                ? mention + ", %d of them %s".formatted(voices, manner)
                : mention + ", %s of them %s".formatted(percent(voices, assessed), manner);
    }

    private static void addImpact(List<String> clauses, double points, ThemeSummary.Recommendation.Sureness sureness) {
        if (Math.abs(points) < NOTABLE_IMPACT) {
            return;
        }
        String would = sureness == ThemeSummary.Recommendation.Sureness.SOLID ? "would be" : "might be";
        clauses.add("without them the mean score %s %s %s"
                .formatted(would, points(Math.abs(points)), points < 0 ? "higher" : "lower"));
    }

    private static String development(ThemeSummary.Trend trend, long size) {
        return switch (trend.direction()) {
            case NEW -> size >= ANECDOTES ? " Nobody mentioned it in the period before." : "";
            case RISING -> " It comes up more often than before (%d then).".formatted(trend.before());
            case FALLING -> " It comes up less often than before (%d then).".formatted(trend.before());
            case STEADY -> "";
        };
    }

    private static String advice(
            Theme theme, Statistic.Sentiments sentiments, ThemeSummary.Recommendation.Sureness sureness) {
        boolean complaint =
                sentiments.assessed() > 0 && (double) sentiments.negative() / sentiments.assessed() >= MOSTLY;
        boolean praise = sentiments.assessed() > 0 && (double) sentiments.positive() / sentiments.assessed() >= MOSTLY;
        String what = switch (sureness) {
            case ANECDOTAL -> "Too few to tell; read what they say";
            case EARLY -> complaint ? "An early sign: look into" : praise ? "Seems to go well: keep" : "Read";
            case SOLID -> complaint ? "Look into" : praise ? "Keep up" : "Opinions differ; read";
        };
        return quote(theme, complaint, praise)
                .map(quote -> what + ": “" + quote + "”")
                .orElse(what + ".");
    }

    private static java.util.Optional<String> quote(Theme theme, boolean complaint, boolean praise) {
        Comparator<Theme.Quote> fitting = Comparator.comparingDouble(quote -> complaint
                ? quote.sentiment().score()
                : praise ? -quote.sentiment().score() : 0);
        return theme.quotes().stream().min(fitting).map(Theme.Quote::text);
    }

    private static String percent(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }

    private static String points(double points) {
        String number = points >= 2 ? String.valueOf(Math.round(points)) : String.format(Locale.ROOT, "%.1f", points);
        return number + (number.equals("1.0") ? " point" : " points");
    }
}

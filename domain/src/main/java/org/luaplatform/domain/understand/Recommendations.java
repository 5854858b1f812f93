package org.luaplatform.domain.understand;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.luaplatform.domain.understand.ThemeSummary.Recommendation.Sureness;

/// Puts into words what a theme's figures suggest. The same figures give the same words, and each sentence stands
/// on figures that it names.
final class Recommendations {

    /// Fewer are told as voices, not as percentages.
    private static final int ANECDOTES = 5;

    private static final int FEW = 30;

    /// Less than this many points of satisfaction is not worth a word.
    private static final double NOTABLE_IMPACT = 0.5;

    /// From this part of the assessed on, a mood is the theme's mood.
    private static final double MOSTLY = 0.55;

    private final Theme theme;
    private final long size;
    private final long feedback;
    private final Statistic.Sentiments sentiments;
    private final Sureness sureness;
    private final Mood mood;

    private enum Mood {
        COMPLAINT,
        PRAISE,
        MIXED,
        /// Nobody could judge what they feel.
        UNKNOWN
    }

    private Recommendations(Theme theme, long size, long feedback, Statistic.Sentiments sentiments) {
        this.theme = theme;
        this.size = size;
        this.feedback = feedback;
        this.sentiments = sentiments;
        this.sureness = size < ANECDOTES ? Sureness.ANECDOTAL : size < FEW ? Sureness.EARLY : Sureness.SOLID;
        this.mood = mood(sentiments);
    }

    static ThemeSummary.Recommendation of(
            Theme theme,
            long size,
            long feedback,
            Statistic.Sentiments sentiments,
            OptionalDouble impact,
            ThemeSummary.Trend trend) {
        var words = new Recommendations(theme, size, feedback, sentiments);
        return new ThemeSummary.Recommendation(
                words.mention() + words.feeling() + words.effect(impact) + "." + words.development(trend) + " "
                        + words.advice() + words.quote(),
                words.sureness);
    }

    private static Mood mood(Statistic.Sentiments sentiments) {
        double assessed = sentiments.assessed();
        if (assessed == 0) {
            return Mood.UNKNOWN;
        }
        if (sentiments.negative() / assessed >= MOSTLY) {
            return Mood.COMPLAINT;
        }
        return sentiments.positive() / assessed >= MOSTLY ? Mood.PRAISE : Mood.MIXED;
    }

    private String mention() {
        String share = feedback >= FEW ? " (" + percent(size, feedback) + ")" : "";
        return number(size) + " of " + number(feedback) + (feedback == 1 ? " person" : " people") + share
                + (size == 1 ? " mentions" : " mention") + " “" + theme.label() + "”";
    }

    private String feeling() {
        return switch (mood) {
            case COMPLAINT -> ", " + part(sentiments.negative()) + " of them negatively";
            case PRAISE -> ", " + part(sentiments.positive()) + " of them positively";
            case MIXED ->
                ", " + part(sentiments.positive()) + " of them positively and " + part(sentiments.negative())
                        + " negatively";
            case UNKNOWN -> "";
        };
    }

    private String part(long voices) {
        long assessed = sentiments.assessed();
        return assessed < ANECDOTES ? number(voices) : percent(voices, assessed);
    }

    private String effect(OptionalDouble impact) {
        double points = impact.orElse(0);
        if (sureness == Sureness.ANECDOTAL || Math.abs(points) < NOTABLE_IMPACT) {
            return "";
        }
        return "; without them the mean score (0 to 100) " + (sureness == Sureness.SOLID ? "would" : "might") + " be "
                + points(Math.abs(points)) + (points < 0 ? " higher" : " lower");
    }

    private String development(ThemeSummary.Trend trend) {
        return switch (trend.direction()) {
            case NEW -> " Nobody mentioned it in the period before.";
            case RISING -> " It is mentioned more than in the period before (" + number(trend.before()) + " then).";
            case FALLING -> " It is mentioned less than in the period before (" + number(trend.before()) + " then).";
            case STEADY, TOO_EARLY -> "";
        };
    }

    private String advice() {
        return switch (sureness) {
            case ANECDOTAL -> theme.quotes().isEmpty() ? "Too few to tell" : "Too few to tell; one of them says";
            case EARLY ->
                switch (mood) {
                    case COMPLAINT -> "Few so far, but worth a look";
                    case PRAISE -> "Few so far, and content";
                    case MIXED -> "Few so far, and of two minds";
                    case UNKNOWN -> "Few so far";
                };
            case SOLID ->
                switch (mood) {
                    case COMPLAINT -> "Look into it";
                    case PRAISE -> "Keep it up";
                    case MIXED -> "Opinions differ";
                    case UNKNOWN -> "Read what they say";
                };
        };
    }

    /// Words that fit the mood best, or of either side where there are two.
    private String quote() {
        Optional<String> typical = words((_, _) -> 0);
        Optional<String> best =
                words(Comparator.comparingDouble(quote -> -quote.sentiment().score()));
        Optional<String> worst =
                words(Comparator.comparingDouble(quote -> quote.sentiment().score()));
        Optional<String> words = switch (mood) {
            case COMPLAINT -> worst;
            case PRAISE -> best;
            case MIXED ->
                best.equals(worst)
                        ? best
                        : best.map(praise ->
                                praise + worst.map(" against "::concat).orElse(""));
            case UNKNOWN -> typical;
        };
        return words.map(": "::concat).orElse(".");
    }

    private Optional<String> words(Comparator<Theme.Quote> order) {
        return theme.quotes().stream().min(order).map(quote -> "“" + quote.text() + "”");
    }

    private static String percent(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String points(double points) {
        String number = points >= 2 ? Long.toString(Math.round(points)) : String.format(Locale.ROOT, "%.1f", points);
        return number + (number.equals("1.0") ? " point" : " points");
    }
}

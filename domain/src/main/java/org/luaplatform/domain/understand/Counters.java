package org.luaplatform.domain.understand;

import java.util.Optional;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Scale;

/// The names under which things are counted in a [Tally]: built and read here and nowhere else.
///
/// Figures have `volume`, `sentiment:…`, `satisfaction:…` and `score:<scale>:<field>:<value>`. Topics have the
/// first three for the day as a whole, `keyword:<term>=<display>` and `theme:<id>:…`. Sums of sentiment scores are
/// in thousandths, sums of satisfaction in percent.
final class Counters {

    static final String VOLUME = "volume";
    static final String SENTIMENT_PREFIX = "sentiment:";
    static final String SENTIMENT_SUM = SENTIMENT_PREFIX + "sum";
    static final String SATISFACTION_PREFIX = "satisfaction:";
    static final String SATISFACTION_COUNT = SATISFACTION_PREFIX + "count";
    static final String SATISFACTION_SUM = SATISFACTION_PREFIX + "sum";
    static final String SCORE_PREFIX = "score:";
    static final String KEYWORD_PREFIX = "keyword:";
    static final String THEME_PREFIX = "theme:";

    private static final int LONGEST_DISPLAY = 100;
    private static final String RATING = "rating";

    private Counters() {}

    static String sentiment(SentimentLabel label) {
        return SENTIMENT_PREFIX + name(label);
    }

    /// A sentiment score as it is summed up.
    static long thousandths(Sentiment sentiment) {
        return Math.round(sentiment.score() * 1_000);
    }

    static String score(FieldKey field, Scale scale, int value) {
        String kind = switch (scale) {
            case Scale.Rating(int points) -> RATING + points;
            case Scale.Nps() -> "nps";
            case Scale.Csat() -> "csat";
            case Scale.Ces() -> "ces";
        };
        return SCORE_PREFIX + kind + ":" + field + ":" + value;
    }

    /// What the counter of a score counts; empty for any other counter.
    static Optional<Score> score(String counter) {
        if (!counter.startsWith(SCORE_PREFIX)) {
            return Optional.empty();
        }
        String[] parts = counter.split(":", 4);
        Scale scale = switch (parts[1]) {
            case "nps" -> new Scale.Nps();
            case "csat" -> new Scale.Csat();
            case "ces" -> new Scale.Ces();
            case String rating -> new Scale.Rating(Integer.parseInt(rating.substring(RATING.length())));
        };
        return Optional.of(new Score(new FieldKey(parts[2]), scale, Integer.parseInt(parts[3])));
    }

    record Score(FieldKey field, Scale scale, int value) {}

    /// The words as people read them stand in the name, so that a count can be shown without looking anywhere else.
    static String keyword(Keyword keyword) {
        String display = keyword.display();
        return KEYWORD_PREFIX
                + termOf(keyword)
                + "="
                + (display.length() <= LONGEST_DISPLAY ? display : display.substring(0, LONGEST_DISPLAY));
    }

    /// The term under which a keyword is counted: its own, with the one character replaced that ends it.
    static String termOf(Keyword keyword) {
        return keyword.term().replace('=', ' ');
    }

    /// What the counter of a keyword counts; empty for any other counter.
    static Optional<Keyword> keyword(String counter) {
        if (!counter.startsWith(KEYWORD_PREFIX)) {
            return Optional.empty();
        }
        int end = counter.indexOf('=');
        return Optional.of(new Keyword(counter.substring(KEYWORD_PREFIX.length(), end), counter.substring(end + 1)));
    }

    /// @param part what is counted of the theme
    static String theme(ThemeId theme, ThemePart part) {
        return THEME_PREFIX + theme + ":" + part.text;
    }

    static String theme(ThemeId theme, SentimentLabel label) {
        return THEME_PREFIX + theme + ":" + name(label);
    }

    /// The theme that a counter belongs to; empty for any counter that belongs to none.
    static Optional<ThemeId> theme(String counter) {
        return counter.startsWith(THEME_PREFIX)
                ? Optional.of(new ThemeId(counter.substring(THEME_PREFIX.length(), counter.lastIndexOf(':'))))
                : Optional.empty();
    }

    enum ThemePart {
        /// Pieces of feedback.
        SIZE("size"),
        /// Their sentiment scores, added up.
        SENTIMENT_SUM("sentiment"),
        /// Those of them with an answer on a scale.
        SATISFACTION_COUNT("scored"),
        SATISFACTION_SUM("satisfaction");

        private final String text;

        ThemePart(String text) {
            this.text = text;
        }
    }

    private static String name(SentimentLabel label) {
        return switch (label) {
            case POSITIVE -> "positive";
            case NEUTRAL -> "neutral";
            case NEGATIVE -> "negative";
            case NOT_ASSESSED -> "notAssessed";
        };
    }
}

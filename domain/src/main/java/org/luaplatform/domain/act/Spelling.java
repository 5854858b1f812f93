package org.luaplatform.domain.act;

import java.util.stream.Stream;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Urgency;

/// How conditions spell what an insight says.
final class Spelling {

    private Spelling() {}

    static String of(SentimentLabel label) {
        return switch (label) {
            case POSITIVE -> "positive";
            case NEUTRAL -> "neutral";
            case NEGATIVE -> "negative";
            case NOT_ASSESSED -> "notAssessed";
        };
    }

    static String of(Urgency.Level level) {
        return switch (level) {
            case NONE -> "none";
            case LOW -> "low";
            case HIGH -> "high";
        };
    }

    static boolean isSentiment(String text) {
        return Stream.of(SentimentLabel.values())
                .anyMatch(label -> Spelling.of(label).equals(text));
    }

    static boolean isUrgency(String text) {
        return Stream.of(Urgency.Level.values())
                .anyMatch(level -> Spelling.of(level).equals(text));
    }
}

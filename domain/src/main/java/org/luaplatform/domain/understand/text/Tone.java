package org.luaplatform.domain.understand.text;

import java.util.Locale;
import org.luaplatform.domain.understand.SentimentLabel;

/// The classes that a [SentimentModel] tells apart, in the order in which it stores them.
enum Tone {
    NEGATIVE(SentimentLabel.NEGATIVE),
    NEUTRAL(SentimentLabel.NEUTRAL),
    POSITIVE(SentimentLabel.POSITIVE);

    private static final Tone[] ALL = values();

    private final SentimentLabel label;

    Tone(SentimentLabel label) {
        this.label = label;
    }

    static int count() {
        return ALL.length;
    }

    /// Where models keep what they know of this tone.
    @SuppressWarnings("EnumOrdinal") // the place in an array is all that it is
    int place() {
        return ordinal();
    }

    static Tone at(int ordinal) {
        return ALL[ordinal];
    }

    static Tone labelled(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    SentimentLabel label() {
        return label;
    }
}

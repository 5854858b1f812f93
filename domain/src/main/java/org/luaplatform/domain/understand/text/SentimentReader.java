package org.luaplatform.domain.understand.text;

import java.util.List;

/// Reads what matters to the sentiment of a text of one language. Shared by the training and the judging.
final class SentimentReader {

    private final Grammar grammar;
    private final Polarity polarity;
    private final boolean lettersToo;

    private SentimentReader(Grammar grammar, Polarity polarity, boolean lettersToo) {
        this.grammar = grammar;
        this.polarity = polarity;
        this.lettersToo = lettersToo;
    }

    static SentimentReader load(String language) {
        return of(language, Grammar.load(language), polarity(language));
    }

    static SentimentReader of(String language, Grammar grammar, Polarity polarity) {
        return new SentimentReader(grammar, polarity, !language.equals("en"));
    }

    /// What is known of single words; for other languages than English, nothing.
    static Polarity polarity(String language) {
        return language.equals("en") ? Polarity.load(language) : Polarity.NONE;
    }

    /// @param question what the text answers; empty if that is not known
    int[] features(List<Token> text, List<Token> question) {
        return new SentimentFeatures(grammar, polarity, lettersToo).of(text, grammar.kindOf(question));
    }
}

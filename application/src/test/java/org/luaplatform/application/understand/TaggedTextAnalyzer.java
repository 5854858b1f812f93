package org.luaplatform.application.understand;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.Urgency;

/// Finds what the texts of tests spell out: `good` and `bad` are felt, `#wait-time` is a keyword, `poison` cannot
/// be read.
class TaggedTextAnalyzer implements TextAnalyzer {

    @Override
    public AnalyzerVersion version() {
        return new AnalyzerVersion("tags", "1");
    }

    @Override
    public Analysis analyze(Passage passage) {
        String text = passage.text();
        if (text.contains("poison")) {
            throw new IllegalStateException("cannot read this");
        }
        List<Keyword> keywords = Arrays.stream(text.split("\\s"))
                .filter(word -> word.startsWith("#"))
                .map(word -> word.substring(1).replace('-', ' '))
                .map(term -> new Keyword(term, term))
                .toList();
        return new Analysis(passage.hint().orElse(Language.ENGLISH), sentiment(text), keywords, urgency(text));
    }

    private static Sentiment sentiment(String text) {
        if (text.contains("good")) {
            return new Sentiment(SentimentLabel.POSITIVE, 0.8, 0.9);
        }
        return text.contains("bad")
                ? new Sentiment(SentimentLabel.NEGATIVE, -0.6, 0.9)
                : new Sentiment(SentimentLabel.NEUTRAL, 0, 0.5);
    }

    private static Urgency urgency(String text) {
        return text.contains("danger") ? new Urgency(Urgency.Level.HIGH, Optional.of("danger")) : Urgency.NONE;
    }
}

package org.luaplatform.domain.understand.text;

import java.util.List;
import org.luaplatform.domain.understand.Sentiment;

/// Judges how texts of one language feel.
final class SentimentJudge {

    private final SentimentReader reader;
    private final SentimentModel model;

    SentimentJudge(SentimentReader reader, SentimentModel model) {
        this.reader = reader;
        this.model = model;
    }

    /// @param question what the text answers; empty if that is not known
    /// @return [Sentiment#NOT_ASSESSED] if no word or pictograph of the text is known
    Sentiment judge(List<Token> text, List<Token> question) {
        for (Token token : text) {
            if (token.kind() == Token.Kind.EMOJI
                    || (token.isWord() && model.knows(SentimentFeatures.word(token.word())))) {
                return model.judge(reader.features(text, question));
            }
        }
        return Sentiment.NOT_ASSESSED;
    }
}

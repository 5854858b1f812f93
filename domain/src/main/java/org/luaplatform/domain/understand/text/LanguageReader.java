package org.luaplatform.domain.understand.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Urgency;

/// What the analyzer can do in one language.
///
/// @param judge empty where no labelled feedback shows that its judgements would be right
/// @param extractor empty where the analyzer does not know the words without a topic
/// @param detector empty where it knows no alarming words
record LanguageReader(
        Optional<SentimentJudge> judge, Optional<KeywordExtractor> extractor, Optional<UrgencyDetector> detector) {

    private static final Set<String> JUDGED = Set.of("en", "id", "ar");
    private static final Set<String> WITH_KEYWORDS = Set.of("en", "fr", "de", "es", "it", "pt", "nl", "id", "ar");

    static LanguageReader load(String language, Persons persons) {
        Polarity polarity = SentimentReader.polarity(language);
        Optional<KeywordExtractor> extractor = WITH_KEYWORDS.contains(language)
                ? Optional.of(new KeywordExtractor(Vocabulary.load(language, polarity), persons))
                : Optional.empty();
        if (!JUDGED.contains(language)) {
            return new LanguageReader(Optional.empty(), extractor, Optional.empty());
        }
        Grammar grammar = Grammar.load(language);
        SentimentReader reader = SentimentReader.of(language, grammar, polarity);
        return new LanguageReader(
                Optional.of(new SentimentJudge(reader, SentimentModel.load(language))),
                extractor,
                Optional.of(UrgencyDetector.load(language, grammar)));
    }

    Sentiment sentiment(List<Token> text, List<Token> question) {
        return judge.map(present -> present.judge(text, question)).orElse(Sentiment.NOT_ASSESSED);
    }

    List<Keyword> keywords(String text, List<Token> tokens) {
        return extractor.map(present -> present.keywords(text, tokens)).orElse(List.of());
    }

    Urgency urgency(String text, List<Token> tokens, SentimentLabel sentiment) {
        return detector.map(present -> present.urgency(text, tokens, sentiment)).orElse(Urgency.NONE);
    }
}

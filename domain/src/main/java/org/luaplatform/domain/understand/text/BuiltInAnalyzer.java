package org.luaplatform.domain.understand.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.Urgency;

/// Reads texts with nothing but what is in this jar: no key, no network, no native code.
///
/// Tells some forty languages apart, judges sentiment in English, Indonesian and Arabic, where it could be measured,
/// and answers
/// [Sentiment#NOT_ASSESSED] elsewhere. How good it is at what: docs/understanding.md.
///
/// Safe for use by many threads. What a language needs is read when the first text of it comes.
public final class BuiltInAnalyzer implements TextAnalyzer {

    /// To be raised with every change of what the analyzer finds.
    private static final AnalyzerVersion VERSION = new AnalyzerVersion("built-in", "1");

    private final Lazy<LanguageDetector> languages = new Lazy<>(() -> new LanguageDetector(LanguageProfiles.load()));
    private final Lazy<Persons> persons = new Lazy<>(Persons::load);
    private final Map<String, LanguageReader> readers = new ConcurrentHashMap<>();

    @Override
    public AnalyzerVersion version() {
        return VERSION;
    }

    @Override
    public Analysis analyze(Passage passage) {
        List<Token> text = Tokenizer.tokenize(passage.text());
        List<Token> question = passage.question().map(Tokenizer::tokenize).orElse(List.of());
        Language language = language(text, question, passage.hint());
        LanguageReader reader =
                readers.computeIfAbsent(readable(language, text), tag -> LanguageReader.load(tag, persons.get()));
        Sentiment sentiment = reader.sentiment(text, question);
        List<Keyword> keywords = reader.keywords(passage.text(), text);
        Urgency urgency = reader.urgency(passage.text(), text, sentiment.label());
        return new Analysis(language, sentiment, keywords, urgency);
    }

    /// A short answer that says too little by itself is most likely in the language of its question.
    private Language language(List<Token> text, List<Token> question, Optional<Language> hint) {
        Language alone = languages.get().detect(text, hint);
        if (!alone.equals(Language.UNDETERMINED) || hint.isPresent() || question.isEmpty()) {
            return alone;
        }
        Language asked = languages.get().detect(question, Optional.empty());
        return languages.get().detect(text, Optional.of(asked));
    }

    /// Pictographs mean the same everywhere: a text of nothing else is judged as an English one would be.
    private static String readable(Language language, List<Token> text) {
        boolean wordless =
                language.equals(Language.UNDETERMINED) && text.stream().noneMatch(Token::isWord);
        return wordless ? Language.ENGLISH.tag() : language.primary().tag();
    }
}

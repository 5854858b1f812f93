package org.luaplatform.domain.understand;

import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;

/// Reads one text and says what it finds.
public interface TextAnalyzer {

    /// Which analyzer this is; a change of what it finds is a new version.
    AnalyzerVersion version();

    /// Never refuses a text, however odd. The same text gives the same analysis.
    ///
    /// @throws org.luaplatform.domain.Unavailable if the analysis depends on something that is away
    Analysis analyze(Passage passage);

    record AnalyzerVersion(String name, String version) {}

    /// A text to be read.
    ///
    /// @param hint the language that the respondent named
    /// @param question what the text answers: "Nothing." means one thing after "What was good?" and another after
    ///     "What could be better?"
    record Passage(String text, Optional<Language> hint, Optional<String> question) {}

    /// @param language what the text is written in, or [Language#UNDETERMINED]
    /// @param keywords the most telling first, at most 5
    record Analysis(Language language, Sentiment sentiment, List<Keyword> keywords, Urgency urgency) {
        public Analysis {
            keywords = List.copyOf(keywords);
        }
    }
}

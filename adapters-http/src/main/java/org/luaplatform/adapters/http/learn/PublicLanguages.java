package org.luaplatform.adapters.http.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FormContent;

/// In which languages a form can be read, and which of them a respondent gets.
final class PublicLanguages {

    private PublicLanguages() {}

    /// The form's own language, then those that it is translated into.
    static List<Language> of(FormContent content) {
        List<Language> languages = new ArrayList<>();
        languages.add(content.language());
        content.translations().keySet().stream()
                .filter(language -> !language.equals(content.language()))
                .sorted(Comparator.comparing(Language::tag))
                .forEach(languages::add);
        return languages;
    }

    /// The language that comes nearest to what is wanted: itself, or without its region, or the form's own.
    static Language choose(FormContent content, Optional<Language> wanted) {
        return wanted.flatMap(language -> offered(content, language).or(() -> offered(content, language.primary())))
                .orElse(content.language());
    }

    private static Optional<Language> offered(FormContent content, Language language) {
        return language.equals(content.language()) || content.translations().containsKey(language)
                ? Optional.of(language)
                : Optional.empty();
    }
}

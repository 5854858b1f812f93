package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the themes that feedback belongs to: those of its keywords, of the words in these, and of the words in its
/// texts. An analysis names the few keywords that tell most, so without the last, long texts would go without most
/// of what they mention.
final class ThemeIndex {

    /// A piece that touches on everything tells little about anything.
    static final int MOST_THEMES = 5;

    /// From here on a word with one of [#ENDINGS] is most likely another form of it: `waits`, but not `cared`.
    private static final int SHORTEST_INFLECTED = 4;

    private static final List<String> ENDINGS = List.of("s", "es", "ed");

    private final Map<String, List<ThemeId>> byTerm = new HashMap<>();

    ThemeIndex(List<Theme> themes) {
        themes.stream()
                .sorted(Comparator.comparing(Theme::createdAt)
                        .thenComparing(theme -> theme.id().value()))
                .forEach(theme -> theme.terms()
                        .forEach(term -> byTerm.computeIfAbsent(term, _ -> new ArrayList<>(1))
                                .add(theme.id())));
    }

    /// At most [#MOST_THEMES]: by the most telling keyword first, then in the order in which they are mentioned.
    /// Feedback that was not understood belongs to none.
    List<ThemeId> themesOf(FeedbackEntry entry) {
        if (entry.insight().isEmpty() || byTerm.isEmpty()) {
            return List.of();
        }
        Set<ThemeId> themes = new LinkedHashSet<>();
        List<Keyword> keywords = entry.insight().get().keywords();
        keywords.forEach(keyword -> addAll(themes, keyword.term()));
        keywords.forEach(keyword -> words(keyword).forEach(word -> addAll(themes, word)));
        entry.feedback().answers().words().values().forEach(text -> addMentioned(themes, text));
        return themes.stream().limit(MOST_THEMES).toList();
    }

    private static Stream<String> words(Keyword keyword) {
        return keyword.term().indexOf(' ') < 0
                ? Stream.empty()
                : Stream.of(keyword.term().split(" "));
    }

    private boolean addAll(Set<ThemeId> themes, String term) {
        List<ThemeId> found = byTerm.getOrDefault(term, List.of());
        themes.addAll(found);
        return !found.isEmpty();
    }

    private void addMentioned(Set<ThemeId> themes, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int at = 0; at <= lower.length() && themes.size() < MOST_THEMES; at++) {
            if (at == lower.length() || !Character.isLetterOrDigit(lower.charAt(at))) {
                if (at > start) {
                    addMentionedBy(themes, lower.substring(start, at));
                }
                start = at + 1;
            }
        }
    }

    private void addMentionedBy(Set<ThemeId> themes, String word) {
        if (addAll(themes, word)) {
            return;
        }
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_INFLECTED && word.endsWith(ending) && addAll(themes, word.substring(0, stem))) {
                return;
            }
        }
    }
}

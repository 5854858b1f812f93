package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the themes that feedback belongs to.
final class ThemeIndex {

    /// A piece that touches on everything tells little about anything.
    static final int MOST_THEMES = 3;

    private final Map<String, List<ThemeId>> byTerm = new HashMap<>();

    ThemeIndex(List<Theme> themes) {
        themes.stream()
                .sorted(Comparator.comparing(Theme::createdAt)
                        .thenComparing(theme -> theme.id().value()))
                .forEach(theme -> theme.terms()
                        .forEach(term -> byTerm.computeIfAbsent(term, _ -> new ArrayList<>(1))
                                .add(theme.id())));
    }

    /// At most [#MOST_THEMES], by the most telling keyword first and among equals the oldest first.
    List<ThemeId> themesOf(List<Keyword> keywords) {
        return keywords.stream()
                .flatMap(keyword -> byTerm.getOrDefault(keyword.term(), List.of()).stream())
                .distinct()
                .limit(MOST_THEMES)
                .toList();
    }
}

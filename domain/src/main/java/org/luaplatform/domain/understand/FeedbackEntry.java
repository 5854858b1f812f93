package org.luaplatform.domain.understand;

import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Feedback;

/// A piece of feedback together with what is known of it so far.
///
/// @param insight what it says; there once the analysis is done, and kept while it is repeated
/// @param themes what it was last counted under
public record FeedbackEntry(
        Feedback feedback, AnalysisState analysis, Optional<Insight> insight, List<ThemeId> themes) {

    public FeedbackEntry {
        themes = List.copyOf(themes);
        if (analysis instanceof AnalysisState.Done && insight.isEmpty()) {
            throw new IllegalArgumentException("an analysis that is done has an insight");
        }
    }

    /// What it is written in: by the insight once there is one, before that by what the client named.
    public Language language() {
        return insight.map(Insight::language).or(feedback::language).orElse(Language.UNDETERMINED);
    }
}

package org.luaplatform.adapters.documents.understand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.ThemeId;

/// All that a store knows of one piece of feedback.
///
/// @param lease who analyses it at present
/// @param revision counts the changes that call for counting; 0 before the first analysis ended
/// @param countedRevision the revision that was counted last; it waits to be counted while the two differ
/// @param countedBy the number of the plan that counted it; 0 if none did
/// @param themes what it was last counted under
/// @param contributions what it was last counted as
public record FeedbackRecord(
        Feedback feedback,
        AnalysisState analysis,
        Optional<Insight> insight,
        Optional<Lease> lease,
        long revision,
        long countedRevision,
        long countedBy,
        List<ThemeId> themes,
        List<Contribution> contributions) {

    public FeedbackRecord {
        themes = List.copyOf(themes);
        contributions = List.copyOf(contributions);
    }

    /// A worker's right to finish the analysis that it began.
    ///
    /// @param token tells it from any other lease of the same piece
    public record Lease(String token, Instant until) {}

    /// A piece as it arrives.
    public static FeedbackRecord received(Feedback feedback) {
        return new FeedbackRecord(
                feedback,
                new AnalysisState.Pending(0, feedback.receivedAt(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                List.of(),
                List.of());
    }

    public FeedbackEntry entry() {
        return new FeedbackEntry(feedback, analysis, insight, themes);
    }
}

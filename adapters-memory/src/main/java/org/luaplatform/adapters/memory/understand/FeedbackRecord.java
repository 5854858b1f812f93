package org.luaplatform.adapters.memory.understand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.ThemeId;

/// All that is known of one piece of feedback.
///
/// @param lease who analyses it at present
/// @param revision counts the changes that call for counting; 0 before the first analysis ended
/// @param countedRevision what was counted last
/// @param countedBy the number of the plan that counted it
record FeedbackRecord(
        Feedback feedback,
        AnalysisState analysis,
        Optional<Insight> insight,
        Optional<Lease> lease,
        long revision,
        long countedRevision,
        long countedBy,
        List<ThemeId> themes,
        List<Contribution> contributions) {

    record Lease(String token, Instant until) {}

    static FeedbackRecord received(Feedback feedback) {
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

    FeedbackEntry entry() {
        return new FeedbackEntry(feedback, analysis, insight, themes);
    }

    boolean isUncounted() {
        return revision != countedRevision;
    }

    FeedbackRecord leased(Lease lease) {
        return with(analysis, insight, Optional.of(lease), revision);
    }

    /// Waits for a worker, who may begin at once or later.
    FeedbackRecord waiting(AnalysisState.Pending pending) {
        return with(pending, insight, Optional.empty(), revision);
    }

    FeedbackRecord understood(Insight found) {
        return with(new AnalysisState.Done(), Optional.of(found), Optional.empty(), revision + 1);
    }

    FeedbackRecord givenUp(AnalysisState.Failed failed) {
        return with(failed, insight, Optional.empty(), revision + 1);
    }

    /// To be counted again, unless its first turn is still to come.
    FeedbackRecord toBeRecounted() {
        return with(analysis, insight, lease, revision == 0 ? 0 : revision + 1);
    }

    FeedbackRecord counted(CountingLane.Counted counted, long plan) {
        return new FeedbackRecord(
                feedback,
                analysis,
                insight,
                lease,
                revision,
                counted.revision(),
                plan,
                counted.themes(),
                counted.contributions());
    }

    private FeedbackRecord with(
            AnalysisState analysis, Optional<Insight> insight, Optional<Lease> lease, long revision) {
        return new FeedbackRecord(
                feedback, analysis, insight, lease, revision, countedRevision, countedBy, themes, contributions);
    }
}

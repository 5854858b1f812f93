package org.luaplatform.domain.understand.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.ThemeId;

/// The ports that share the store of feedback, on a store that is empty when a test begins: queues go over all
/// organizations. With them, what tests do to get feedback into a certain state.
public interface FeedbackPorts {

    /// Later than anything is due in these tests.
    Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    FeedbackInbox feedbackInbox();

    FeedbackEntries feedbackEntries();

    AnalysisQueue analysisQueue();

    CountingLane countingLane();

    Buckets buckets();

    /// Feedback that was received and waits.
    default Feedback received(Feedback feedback) {
        var _ = feedbackInbox().add(feedback);
        return feedback;
    }

    /// Feedback that was received and understood.
    default Feedback understood(Feedback feedback, Insight insight) {
        understoodAgain(received(feedback), insight);
        return feedback;
    }

    /// Stores another insight of a piece that is there.
    default void understoodAgain(Feedback feedback, Insight insight) {
        var _ = analysisQueue().retry(feedback.organization(), feedback.id(), feedback.receivedAt());
        AnalysisQueue.Claim claim = analysisQueue().claim(1_000, LATER, Duration.ofSeconds(1)).stream()
                .filter(one -> one.feedback().id().equals(feedback.id()))
                .findFirst()
                .orElseThrow();
        var _ = analysisQueue().complete(List.of(new AnalysisQueue.Completion(claim, insight)));
    }

    /// Feedback that was received, understood and counted under `themes`.
    default Feedback counted(Feedback feedback, Insight insight, List<ThemeId> themes) {
        understood(feedback, insight);
        OrganizationId organization = feedback.organization();
        CountingLane.Lane lane = countingLane()
                .enter(organization, "worker", LATER, Duration.ofSeconds(1))
                .orElseThrow();
        CountingLane.Uncounted uncounted = countingLane().uncounted(organization, 1_000).stream()
                .filter(one -> one.entry().feedback().id().equals(feedback.id()))
                .findFirst()
                .orElseThrow();
        var plan = new CountingLane.Plan(
                organization,
                lane.sequence() + 1,
                List.of(new CountingLane.Counted(feedback.id(), uncounted.revision(), themes, List.of())),
                List.of());
        var _ = countingLane().plan(lane, plan);
        countingLane().carryOut(plan);
        countingLane().leave(lane);
        return feedback;
    }
}

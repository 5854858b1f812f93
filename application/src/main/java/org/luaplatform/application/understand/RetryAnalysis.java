package org.luaplatform.application.understand;

import java.time.InstantSource;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackNotFound;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.AnalysisQueue;

/// Somebody has a piece of feedback analysed once more, as when its analysis had been given up.
public final class RetryAnalysis {

    public record Command(FeedbackId feedback) {}

    private final AnalysisQueue queue;
    private final InstantSource clock;
    private final Nudge analysis;

    public RetryAnalysis(AnalysisQueue queue, InstantSource clock, Nudge analysis) {
        this.queue = queue;
        this.clock = clock;
        this.analysis = analysis;
    }

    /// @throws FeedbackNotFound if the caller's organization has no such feedback
    public void handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.INSIGHTS_WRITE);
        if (!queue.retry(organization, command.feedback(), clock.instant())) {
            throw new FeedbackNotFound();
        }
        analysis.nudge();
    }
}

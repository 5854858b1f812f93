package org.luaplatform.application.understand;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.FeedbackEntry;

/// Somebody looks at the feedback whose analysis was given up, the latest first.
public final class ListFailedAnalyses {

    public record Query(OrganizationId organization, PageRequest page) {}

    private final AnalysisQueue queue;

    public ListFailedAnalyses(AnalysisQueue queue) {
        this.queue = queue;
    }

    public Page<FeedbackEntry> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_READ, query.organization());
        return queue.failed(query.organization(), query.page());
    }
}

package org.luaplatform.application.understand;

import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackNotFound;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.InsightNotReady;

/// Somebody wants to know what one piece of feedback says.
public final class ReadInsight {

    public record Query(FeedbackId feedback) {}

    private final FeedbackEntries entries;

    public ReadInsight(FeedbackEntries entries) {
        this.entries = entries;
    }

    /// @throws FeedbackNotFound if the caller's organization has no such feedback
    /// @throws InsightNotReady if its analysis is not done
    public Insight handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.INSIGHTS_READ);
        return entries.find(organization, query.feedback())
                .orElseThrow(FeedbackNotFound::new)
                .insight()
                .orElseThrow(InsightNotReady::new);
    }
}

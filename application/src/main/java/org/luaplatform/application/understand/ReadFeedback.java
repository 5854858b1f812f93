package org.luaplatform.application.understand;

import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackNotFound;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;

/// Somebody reads one piece of feedback, and what is known of it so far.
public final class ReadFeedback {

    public record Query(FeedbackId feedback) {}

    private final FeedbackEntries entries;

    public ReadFeedback(FeedbackEntries entries) {
        this.entries = entries;
    }

    /// @throws FeedbackNotFound if the caller's organization has no such feedback
    public FeedbackEntry handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.FEEDBACK_READ);
        return entries.find(organization, query.feedback()).orElseThrow(FeedbackNotFound::new);
    }
}

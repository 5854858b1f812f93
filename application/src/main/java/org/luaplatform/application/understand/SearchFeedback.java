package org.luaplatform.application.understand;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Somebody looks through feedback, what was said last first.
public final class SearchFeedback {

    public record Query(OrganizationId organization, FeedbackFilter filter, PageRequest page) {}

    private final FeedbackEntries entries;

    public SearchFeedback(FeedbackEntries entries) {
        this.entries = entries;
    }

    public Page<FeedbackEntry> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_READ, query.organization());
        return entries.search(query.organization(), query.filter(), query.page());
    }
}

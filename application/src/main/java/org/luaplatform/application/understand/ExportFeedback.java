package org.luaplatform.application.understand;

import java.util.stream.Stream;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Somebody takes feedback away, all that matches.
public final class ExportFeedback {

    public record Query(OrganizationId organization, FeedbackFilter filter) {}

    private final FeedbackEntries entries;

    public ExportFeedback(FeedbackEntries entries) {
        this.entries = entries;
    }

    /// What matches, read on as the stream is consumed, in memory that does not grow with it; to be closed.
    public Stream<FeedbackEntry> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_READ, query.organization());
        return entries.stream(query.organization(), query.filter());
    }
}

package org.luaplatform.application.understand;

import java.util.List;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntry;

/// Wants to hear of feedback that was understood, such as to act on it.
@FunctionalInterface
public interface AnalysedFeedback {

    /// Told of each piece before it counts as understood, with its insight and its themes. After a crash a piece
    /// may be told again, so hearing of it twice must do no more than hearing of it once. If this fails, the pieces
    /// are not counted now and are told again later.
    void analysed(OrganizationId organization, List<FeedbackEntry> entries);
}

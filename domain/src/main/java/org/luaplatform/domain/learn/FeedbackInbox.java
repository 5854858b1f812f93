package org.luaplatform.domain.learn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Where feedback arrives. What was added is durable when the call returns, whatever dies afterwards, and awaits
/// analysis.
public interface FeedbackInbox {

    /// Adds one piece in one durable write.
    ///
    /// A `request:` origin that was received more than [org.luaplatform.domain.tenancy.RepeatedRequests#KEPT]
    /// before gives its key free for the new piece; a `row:` origin never does.
    ///
    /// @throws org.luaplatform.domain.Unavailable if it could not be stored; it may or may not be there afterwards
    Receipt add(Feedback feedback);

    /// Adds many pieces of one organization and form, in as few durable writes as the store allows, and answers one
    /// receipt for each, in order.
    List<Receipt> addAll(List<Feedback> feedback);

    /// Those of `ids` that name pieces of this form, so that an export can be imported again without doubling
    /// anything.
    Set<FeedbackId> known(OrganizationId organization, FormId form, Set<FeedbackId> ids);

    /// What became of a piece that was handed in.
    sealed interface Receipt {

        /// It is stored now.
        record Added() implements Receipt {}

        /// A piece with the same origin (or id) in the same form was there before: nothing was stored.
        record AlreadyThere(FeedbackId id, int formVersion, Instant receivedAt, Optional<Origin> origin)
                implements Receipt {}
    }
}

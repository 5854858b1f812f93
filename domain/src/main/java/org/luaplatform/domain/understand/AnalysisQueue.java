package org.luaplatform.domain.understand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The feedback that awaits analysis. The feedback's own record is the queue's entry, so that nothing can be in one
/// and not in the other.
public interface AnalysisQueue {

    /// Leases up to `max` pieces that are due to one worker, the longest waiting first. Until `now + lease` no
    /// other call is given the same ones; after that they are due again. Safe from any number of threads and
    /// replicas.
    List<Claim> claim(int max, Instant now, Duration lease);

    /// Stores the insights of claims whose lease is still theirs, and has each counted ([CountingLane]). A claim
    /// whose lease went to somebody else changes nothing.
    ///
    /// @return the ids of those that were stored
    List<FeedbackId> complete(List<Completion> completions);

    /// Gives a claim back, to be due again at `dueAt`. Changes nothing if the lease went to somebody else.
    void postpone(Claim claim, Instant dueAt, String problem);

    /// Gives a claim up, until [#retry]. The piece is counted with the insight that it has, if any. Changes nothing
    /// if the lease went to somebody else.
    void giveUp(Claim claim, Instant now, String problem);

    /// Has a piece analysed (again), from its first attempt on, whatever its state is: a claim of it that is out
    /// has lost its lease. Its present insight stays until the new one is there.
    ///
    /// @return whether the organization has such a piece
    boolean retry(OrganizationId organization, FeedbackId id, Instant now);

    /// The pieces that were given up, latest first.
    Page<FeedbackEntry> failed(OrganizationId organization, PageRequest page);

    /// How much is waiting, over all organizations.
    Backlog backlog();

    /// @param attempts how often it was claimed before, since it came in or was last retried; a text that takes its
    ///     worker down with it counts like one that was given back
    /// @param token what tells this lease from any other of the same piece
    record Claim(Feedback feedback, int attempts, String token) {}

    record Completion(Claim claim, Insight insight) {}

    /// @param pending how many await analysis (an estimate is allowed above 10,000)
    /// @param failed how many were given up
    /// @param oldest when the longest waiting one was received
    record Backlog(long pending, long failed, Optional<Instant> oldest) {}
}

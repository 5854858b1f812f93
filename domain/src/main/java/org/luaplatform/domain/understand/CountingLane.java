package org.luaplatform.domain.understand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Counts each piece of feedback exactly once, on stores that change one document at a time.
///
/// Each organization has one lane, and one worker at a time in it. The worker first stores a [Plan]: which pieces
/// it is about to count, and what that changes in which bucket. Plans of a lane are numbered. Each bucket remembers
/// the number of the last plan that changed it and takes no plan twice; so whoever finds a plan that was not
/// concluded, after a crash or beside a worker that was only slow, carries it out once more and changes only what
/// is still missing. Leases make the work go on; the numbers alone make it right, and no clock is trusted for that.
public interface CountingLane {

    /// Organizations in which something waits to be counted, or a plan is not concluded; at most `max`.
    List<OrganizationId> waiting(int max);

    /// Enters the organization's lane as its only worker until `now + lease`; empty while somebody else is in it.
    /// Entering again under the same worker's name prolongs the stay.
    Optional<Lane> enter(OrganizationId organization, String worker, Instant now, Duration lease);

    /// Lets the next worker in at once.
    void leave(Lane lane);

    /// Pieces that wait to be counted: analysed or given up since they were last counted, or asked for by
    /// [#recount]. In the order of their ids, at most `max`.
    List<Uncounted> uncounted(OrganizationId organization, int max);

    /// Stores the plan as the lane's next one.
    ///
    /// @return whether it is stored; false if the lane has another worker by now, or another plan that was not
    ///     concluded
    boolean plan(Lane lane, Plan plan);

    /// Carries the plan out: changes each bucket that has not seen this plan or a later one, marks the pieces as
    /// counted with their themes and contributions, and clears the plan from the lane. A piece that changed since
    /// it was read is marked too, since the buckets hold that by now, but waits to be counted in its newer state.
    /// Doing it again, or after later plans, changes nothing.
    void carryOut(Plan plan);

    /// Has pieces counted again, as when themes changed. Those that were neither analysed nor given up so far are
    /// left alone: their first turn comes anyway.
    void recount(OrganizationId organization, List<FeedbackId> ids);

    /// A worker's stay in a lane.
    ///
    /// @param epoch counts the workers that have been in this lane; a plan of an earlier epoch is not stored any
    ///     more
    /// @param sequence the number of the last plan
    /// @param open the last plan, if it was not concluded
    record Lane(OrganizationId organization, String worker, long epoch, long sequence, Optional<Plan> open) {}

    /// @param revision tells the state in which the piece was read
    /// @param counted what it was counted as before; empty if it never was
    record Uncounted(FeedbackEntry entry, long revision, List<Contribution> counted) {}

    /// @param sequence one more than the lane's last
    record Plan(OrganizationId organization, long sequence, List<Counted> counted, List<Change> changes) {
        public Plan {
            counted = List.copyOf(counted);
            changes = List.copyOf(changes);
        }
    }

    /// What a piece is counted as by a plan.
    record Counted(FeedbackId id, long revision, List<ThemeId> themes, List<Contribution> contributions) {
        public Counted {
            themes = List.copyOf(themes);
            contributions = List.copyOf(contributions);
        }
    }

    /// What a plan adds to one slot of one bucket.
    record Change(Bucket.Key bucket, int slot, Tally added) {}
}

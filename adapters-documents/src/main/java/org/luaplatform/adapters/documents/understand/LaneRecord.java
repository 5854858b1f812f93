package org.luaplatform.adapters.documents.understand;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.CountingLane.Plan;

/// An organization's lane as a store keeps it.
///
/// @param epoch counts the workers that have been in it
/// @param sequence the number of the last plan
/// @param stay who is in it
/// @param open the last plan, if it was not concluded
public record LaneRecord(
        OrganizationId organization, long epoch, long sequence, Optional<Stay> stay, Optional<Plan> open) {

    public record Stay(String worker, Instant until) {}

    public static LaneRecord unused(OrganizationId organization) {
        return new LaneRecord(organization, 0, 0, Optional.empty(), Optional.empty());
    }
}

package org.luaplatform.domain.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The ledger of all deliveries. What was enqueued is durable when the call returns and is attempted until it is
/// delivered or dead.
public interface Deliveries {

    /// Adds those that are not there yet, by id.
    ///
    /// @return how many were added
    int enqueue(List<Delivery> deliveries);

    Optional<Delivery> find(OrganizationId organization, DeliveryId id);

    /// Newest first.
    ///
    /// @param state empty for all
    /// @param destination empty for all
    Page<Delivery> list(
            OrganizationId organization,
            Optional<StateName> state,
            Optional<DestinationId> destination,
            PageRequest page);

    /// Leases pending deliveries that are due, the longest due first, none of them to a destination in `except` and
    /// at most `perDestination` by this call for each destination. Until `now + lease` no other call is given the
    /// same ones; after that they are due again.
    List<Claim> claim(int max, int perDestination, Set<DestinationId> except, Instant now, Duration lease);

    /// Stores what became of a claim, and releases it.
    ///
    /// @return false if the lease went to somebody else or the delivery was replayed meanwhile; then nothing is
    ///     stored
    boolean settle(Claim claim, Delivery after);

    /// Makes the delivery pending and due at once, whatever its state was: a claim of it that is out has lost its
    /// lease. Its attempts stay on record.
    ///
    /// @throws DeliveryNotFound if the organization has no such delivery
    Delivery replay(OrganizationId organization, DeliveryId id, Instant now);

    /// Makes all pending deliveries to the destination due at once, with all their tries ahead and the time until
    /// giving up counted from `now`. Those that are leased are left to whoever has them. This is how what waited
    /// for a disabled destination goes on.
    ///
    /// @return how many are due now
    int resume(OrganizationId organization, DestinationId destination, Instant now);

    /// How many there are to do, over all organizations.
    Figures figures();

    enum StateName {
        PENDING,
        DELIVERED,
        DEAD
    }

    /// @param token what tells this lease from any other of the same delivery
    record Claim(Delivery delivery, String token) {}

    /// @param oldestDue when the first of the pending ones was or will be due
    record Figures(long pending, long dead, Optional<Instant> oldestDue) {}
}

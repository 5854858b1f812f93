package org.luaplatform.domain.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;

/// An event on its way to one destination.
///
/// @param id also the message's id for the receiver, the same in each attempt, so that it can tell a repetition
/// @param rule the rule that asked for it; empty for a test
/// @param attempts all tries so far, oldest first; beyond 50 the oldest are forgotten
public record Delivery(
        DeliveryId id,
        OrganizationId organization,
        DestinationId destination,
        Optional<RuleId> rule,
        Event event,
        State state,
        List<Attempt> attempts,
        Instant createdAt) {

    public static final int MOST_ATTEMPTS_KEPT = 50;

    public Delivery {
        attempts = List.copyOf(
                attempts.size() <= MOST_ATTEMPTS_KEPT
                        ? attempts
                        : attempts.subList(attempts.size() - MOST_ATTEMPTS_KEPT, attempts.size()));
    }

    /// A delivery that nobody has attempted yet, due at once.
    public static Delivery enqueued(
            DeliveryId id,
            OrganizationId organization,
            DestinationId destination,
            Optional<RuleId> rule,
            Event event,
            Instant now) {
        return new Delivery(id, organization, destination, rule, event, new State.Pending(0, now, now), List.of(), now);
    }

    public sealed interface State {

        /// @param tries how many attempts were made since it was enqueued or replayed
        /// @param since when it was enqueued or replayed, which the time until giving up counts from
        record Pending(int tries, Instant dueAt, Instant since) implements State {}

        record Delivered(Instant at) implements State {}

        /// Given up; it can be replayed.
        record Dead(String reason, Instant at) implements State {}
    }

    public Delivery with(State state, List<Attempt> attempts) {
        return new Delivery(id, organization, destination, rule, event, state, attempts, createdAt);
    }
}

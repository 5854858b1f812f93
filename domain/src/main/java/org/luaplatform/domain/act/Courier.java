package org.luaplatform.domain.act;

import java.time.Duration;
import java.util.Optional;

/// Takes one delivery to its destination, once.
public interface Courier {

    /// Attempts the delivery. Never throws for what the receiver or the network does: that is an outcome.
    Outcome deliver(Delivery delivery, Destination destination);

    /// What came of an attempt.
    ///
    /// @param attempt what is kept of it
    /// @param verdict what to do next
    /// @param retryAfter how long the receiver asked us to wait
    record Outcome(Attempt attempt, Verdict verdict, Optional<Duration> retryAfter) {}

    enum Verdict {
        DELIVERED,
        /// Worth another try later.
        RETRY,
        /// The receiver says that it is gone for good (HTTP 410): send nothing more there.
        GONE
    }
}

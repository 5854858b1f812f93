package org.luaplatform.domain.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.luaplatform.domain.act.Delivery.State;

/// What becomes of a delivery that was claimed.
public final class Settlement {

    private Settlement() {}

    /// After an attempt. A receiver that is gone for good disables its destination, and the delivery waits with all
    /// others until somebody enables it.
    ///
    /// @param chance a number drawn evenly from 0 to 1
    public static Delivery attempted(Delivery delivery, Courier.Outcome outcome, Instant now, double chance) {
        var attempts = new ArrayList<>(delivery.attempts());
        attempts.add(outcome.attempt());
        State after = switch (outcome.verdict()) {
            case DELIVERED -> new State.Delivered(now);
            case GONE -> waiting(now);
            case RETRY -> retried(delivery, outcome, now, chance);
        };
        return delivery.with(after, attempts);
    }

    /// Not attempted, since its destination is disabled: it waits, and the time until giving up does not run.
    public static Delivery parked(Delivery delivery, Instant now) {
        return delivery.with(waiting(now), delivery.attempts());
    }

    /// Not attempted, since there is nobody to deliver to any more.
    public static Delivery orphaned(Delivery delivery, Instant now) {
        return delivery.with(new State.Dead("The destination was removed.", now), delivery.attempts());
    }

    private static State waiting(Instant now) {
        Instant next = now.plus(DestinationHealth.LOOK_AGAIN);
        return new State.Pending(0, next, next);
    }

    private static State retried(Delivery delivery, Courier.Outcome outcome, Instant now, double chance) {
        if (!(delivery.state() instanceof State.Pending(int tries, Instant _, Instant since))) {
            throw new IllegalStateException("only a pending delivery is attempted: " + delivery.id());
        }
        Optional<Instant> next = Backoff.next(tries + 1, since, now, outcome.retryAfter(), chance);
        return next.<State>map(due -> new State.Pending(tries + 1, due, since))
                .orElseGet(() -> new State.Dead(reason(tries + 1, outcome), now));
    }

    private static String reason(int tries, Courier.Outcome outcome) {
        return "%d attempts in %d hours failed; the last: %s"
                .formatted(
                        tries,
                        Backoff.GIVE_UP_AFTER.toHours(),
                        outcome.attempt().problem().orElse("no reason known"));
    }
}

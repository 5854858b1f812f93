package org.luaplatform.domain.act;

import java.time.Duration;
import java.time.Instant;
import org.luaplatform.domain.act.Destination.Health;

/// When we stop knocking on a door that does not open.
///
/// A destination is disabled once every attempt has failed for [#PATIENCE] and there were [#MANY_FAILURES] of them,
/// so that neither a long weekend's silence nor a short burst of trouble does it; and at once if it says that it is
/// gone. What is due to it waits, and goes on when somebody enables it again.
public final class DestinationHealth {

    public static final Duration PATIENCE = Duration.ofHours(24);

    /// Failures beyond these are not counted: the count changes what is stored, and a destination with much to
    /// deliver fails often.
    public static final int MANY_FAILURES = 20;

    /// How often something that waits for a disabled destination looks whether it was enabled. Enabling makes it
    /// due at once; this is for the case that the process died in between.
    static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private DestinationHealth() {}

    /// What is thought of a destination after an attempt.
    public static Health after(Health before, Courier.Outcome outcome, Instant now) {
        return switch (before) {
            case Health.Disabled disabled -> disabled;
            case Health.Active active ->
                switch (outcome.verdict()) {
                    case DELIVERED -> active.failures() == 0 ? active : Health.Active.since(now);
                    case GONE -> new Health.Disabled("The receiver says that it is gone (HTTP 410).", now);
                    case RETRY -> failed(active, outcome, now);
                };
        };
    }

    private static Health failed(Health.Active active, Courier.Outcome outcome, Instant now) {
        Instant since = active.failures() == 0 ? now : active.failingSince();
        int failures = Math.min(active.failures() + 1, MANY_FAILURES);
        if (failures == MANY_FAILURES && !now.isBefore(since.plus(PATIENCE))) {
            String last = outcome.attempt().problem().orElse("no reason known");
            return new Health.Disabled("Every attempt failed since %s; the last: %s".formatted(since, last), now);
        }
        return new Health.Active(failures, since);
    }
}

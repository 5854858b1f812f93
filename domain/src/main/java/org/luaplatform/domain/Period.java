package org.luaplatform.domain;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time: from `from` up to but without `to`.
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new Invalid(Pointer.to("to"), "must be after from");
        }
    }

    public static Period before(Instant end, Duration length) {
        return new Period(end.minus(length), end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /// The period of the same length that ends where this one begins.
    public Period previous() {
        return new Period(from.minus(length()), from);
    }
}

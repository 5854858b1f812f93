package org.luaplatform.domain.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One try to deliver.
///
/// @param status the HTTP status that was answered, if any was
/// @param responseStart the beginning of the answer's body, at most 500 characters
/// @param problem why it did not succeed; empty if it did
public record Attempt(
        Instant at,
        Duration duration,
        Optional<Integer> status,
        Optional<String> responseStart,
        Optional<String> problem) {

    public boolean succeeded() {
        return problem.isEmpty();
    }
}

package org.luaplatform.domain;

import java.util.List;
import java.util.stream.Collectors;

/// The input breaks one or more rules. It names every one of them, so that nobody has to correct and resend
/// one mistake at a time.
public non-sealed class Invalid extends DomainException {

    private final transient List<Violation> violations;

    /// @throws IllegalArgumentException if there is no violation to name
    public Invalid(List<Violation> violations) {
        super("invalid", violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one violation");
        }
        this.violations = List.copyOf(violations);
    }

    public Invalid(Pointer pointer, String message) {
        this(List.of(new Violation(pointer, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}

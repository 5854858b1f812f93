package org.luaplatform.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects every violation of an input while it is being read, so that all are reported at once.
/// Not thread-safe: one collector belongs to one reading.
public final class Violations {

    /// A hostile input can be wrong in a million places; nobody reads more than this many.
    private static final int MOST_REPORTED = 100;

    private final List<Violation> found = new ArrayList<>();

    public void add(Pointer pointer, String message) {
        if (found.size() < MOST_REPORTED) {
            found.add(new Violation(pointer, message));
        }
    }

    /// Adds the violation unless `holds`, and answers `holds`.
    public boolean check(boolean holds, Pointer pointer, String message) {
        if (!holds) {
            add(pointer, message);
        }
        return holds;
    }

    /// Makes a value whose own rules are checked where it is made. What it refuses is collected here, as found at
    /// `place`.
    public <T> Optional<T> attempt(Pointer place, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (Invalid invalid) {
            invalid.violations().forEach(violation -> add(place.append(violation.pointer()), violation.message()));
            return Optional.empty();
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /// @throws Invalid with all that was found, if anything was
    public void throwIfAny() {
        if (any()) {
            throw new Invalid(found);
        }
    }
}

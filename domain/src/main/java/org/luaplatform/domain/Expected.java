package org.luaplatform.domain;

/// What the caller of an update believes is stored.
public sealed interface Expected {

    /// Whatever is there: the change is right for any revision.
    record Any() implements Expected {}

    /// Exactly what the caller saw; otherwise the update is refused as [Stale].
    record Exactly(Revision revision) implements Expected {}

    static Expected any() {
        return new Any();
    }

    static Expected exactly(Revision revision) {
        return new Exactly(revision);
    }

    /// Lets `actual` pass if it is what was expected.
    ///
    /// @throws Stale if something else than `actual` was expected
    default void check(Revision actual) {
        switch (this) {
            case Any _ -> {}
            case Exactly(Revision revision) -> {
                if (!revision.equals(actual)) {
                    throw new Stale("stale", "has been changed by somebody else since it was read");
                }
            }
        }
    }
}

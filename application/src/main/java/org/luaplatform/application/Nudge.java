package org.luaplatform.application;

/// Tells a worker that there is something to do, so that it need not wait for its next look. A nudge that gets lost
/// costs time, never work: what is to be done stands in the stores.
@FunctionalInterface
public interface Nudge {

    /// Returns at once and never fails.
    void nudge();
}

package org.luaplatform.domain.learn;

import java.util.Optional;

/// Forms as respondents see them, kept close at hand: the hot path asks here first, and goes on working while the
/// store is away. A form may be seen as it was until [#forget] has reached every replica, or, when replicas cannot
/// hear each other, for at most 30 seconds.
public interface PublishedForms {

    /// The form, from memory or else from the store; empty if there is none with this id. Concurrent
    /// callers of a form that is not at hand cause one look-up, not many.
    ///
    /// @throws org.luaplatform.domain.Unavailable if it is not at hand and the store is away
    Optional<Form> find(FormId id);

    /// Has every replica look the form up anew. Called after each change of a form.
    void forget(FormId id);
}

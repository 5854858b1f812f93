package org.luaplatform.domain;

/// The request is valid but does not fit what is already there: a second one under the same name, a step out of
/// turn.
public non-sealed class Conflict extends DomainException {

    public Conflict(String code, String message) {
        super(code, message);
    }
}

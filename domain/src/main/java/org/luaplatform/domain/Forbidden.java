package org.luaplatform.domain;

/// The caller is known, but is not allowed to do this.
public non-sealed class Forbidden extends DomainException {

    public Forbidden(String code, String message) {
        super(code, message);
    }
}

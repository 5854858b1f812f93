package org.luaplatform.domain;

/// The caller is not known: no credentials, or credentials that are not (or no longer) valid.
public non-sealed class Unauthenticated extends DomainException {

    public Unauthenticated(String code, String message) {
        super(code, message);
    }
}

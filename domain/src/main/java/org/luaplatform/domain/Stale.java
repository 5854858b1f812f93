package org.luaplatform.domain;

/// The caller changes what they saw earlier, and somebody else has changed it since.
public non-sealed class Stale extends DomainException {

    public Stale(String code, String message) {
        super(code, message);
    }
}

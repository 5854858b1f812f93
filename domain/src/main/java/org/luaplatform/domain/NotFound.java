package org.luaplatform.domain;

/// There is no such thing, or it belongs to another organization: the two are deliberately the same.
public non-sealed class NotFound extends DomainException {

    public NotFound(String code, String message) {
        super(code, message);
    }
}

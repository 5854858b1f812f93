package org.luaplatform.domain;

/// A refusal: the caller asked for something that the product's rules do not allow. The kinds are few and
/// closed, so that every adapter can render each of them; the refusals within a kind are open and carry a
/// stable [code][#code()] for programs and a message for people. A refusal is neither an outage
/// ([Unavailable]) nor a bug.
public abstract sealed class DomainException extends RuntimeException
        permits Conflict, Forbidden, Invalid, Limited, NotFound, Stale, Unauthenticated {

    private final String code;
    private final String message;

    DomainException(String code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    /// The refusal's stable name in kebab case, such as `form-not-open`. It never changes once released.
    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// A refusal is an expected answer: its stack trace would cost more than the whole request and tell nothing.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

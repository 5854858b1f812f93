package org.luaplatform.domain;

import java.time.Duration;

/// The caller asks too often or for too much at once, and may ask again after a while.
public non-sealed class Limited extends DomainException {

    private final transient Duration retryAfter;

    public Limited(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    /// How long to wait before the next try has a chance.
    public Duration retryAfter() {
        return retryAfter;
    }
}

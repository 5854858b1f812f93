package org.luaplatform.domain.learn;

import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// A client's key for one request came with another request before.
public final class RequestReused extends Invalid {

    public RequestReused() {
        super(Pointer.to("Idempotency-Key"), "was used for a different request before");
    }
}

package org.luaplatform.adapters.sqlite.engine;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Tells leases apart, those of earlier processes included.
public final class Tokens {

    private final String process = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    public String next() {
        return process + "-" + count.incrementAndGet();
    }
}

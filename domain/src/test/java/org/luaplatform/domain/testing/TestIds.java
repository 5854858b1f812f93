package org.luaplatform.domain.testing;

import java.util.concurrent.atomic.AtomicLong;

/// Ids that are never given twice in one JVM, so that tests can share a store, and that sort by when they were
/// given, as real ones do.
public final class TestIds {

    private static final AtomicLong GIVEN = new AtomicLong();

    private TestIds() {}

    /// As an [org.luaplatform.domain.IdGenerator]: `TestIds::next`.
    public static String next() {
        return "test%022d".formatted(GIVEN.incrementAndGet());
    }
}

package org.luaplatform.bootstrap;

import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.RateLimiter;

/// The ports that are shared and short-lived: in this process, or by Redis among many.
///
/// @param engine what operators call it
/// @param closing lets go of the engine
record SharedPorts(
        String engine, RateLimiter rateLimiter, PublishedForms publishedForms, LiveEvents liveEvents, Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}

package org.luaplatform.domain.understand;

import org.luaplatform.domain.NotFound;

/// The feedback is there, but has not been understood so far.
public final class InsightNotReady extends NotFound {

    public InsightNotReady() {
        super("insight-not-ready", "This feedback has not been analysed so far.");
    }
}

package org.luaplatform.bootstrap;

import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.Themes;

/// All the ports that persist, from whichever engine was set up.
///
/// @param engine what operators call it
/// @param probe fails with [org.luaplatform.domain.Unavailable] while the engine is away
/// @param closing lets go of the engine
record Stores(
        String engine,
        Organizations organizations,
        ApiKeys apiKeys,
        RepeatedRequests repeatedRequests,
        Forms forms,
        FeedbackInbox inbox,
        FeedbackEntries entries,
        AnalysisQueue analysis,
        CountingLane lane,
        Buckets buckets,
        Themes themes,
        Imports imports,
        Rules rules,
        Destinations destinations,
        Watches watches,
        Deliveries deliveries,
        Runnable probe,
        Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}

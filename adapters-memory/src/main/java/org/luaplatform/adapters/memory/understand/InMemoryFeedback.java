package org.luaplatform.adapters.memory.understand;

import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;

/// Feedback in memory, through the ports that share it: what the inbox takes, the queue hands out and the lane
/// counts.
public final class InMemoryFeedback {

    private final FeedbackInbox inbox;
    private final FeedbackEntries entries;
    private final AnalysisQueue queue;
    private final CountingLane lane;
    private final Buckets buckets;

    public InMemoryFeedback() {
        var records = new FeedbackRecords();
        var shelves = new InMemoryBuckets();
        inbox = new InMemoryFeedbackInbox(records);
        entries = new InMemoryFeedbackEntries(records);
        queue = new InMemoryAnalysisQueue(records);
        lane = new InMemoryCountingLane(records, shelves);
        buckets = shelves;
    }

    public FeedbackInbox inbox() {
        return inbox;
    }

    public FeedbackEntries entries() {
        return entries;
    }

    public AnalysisQueue queue() {
        return queue;
    }

    public CountingLane lane() {
        return lane;
    }

    public Buckets buckets() {
        return buckets;
    }
}

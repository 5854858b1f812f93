package org.luaplatform.adapters.memory.understand;

import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.testing.FeedbackInboxContract;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.testing.AnalysisQueueContract;
import org.luaplatform.domain.understand.testing.BucketsContract;
import org.luaplatform.domain.understand.testing.CountingLaneContract;
import org.luaplatform.domain.understand.testing.ExactCountsContract;
import org.luaplatform.domain.understand.testing.FeedbackEntriesContract;
import org.luaplatform.domain.understand.testing.FeedbackSearchContract;

final class InMemoryFeedbackTest
        implements FeedbackInboxContract,
                FeedbackEntriesContract,
                FeedbackSearchContract,
                AnalysisQueueContract,
                CountingLaneContract,
                ExactCountsContract,
                BucketsContract {

    private final InMemoryFeedback feedback = new InMemoryFeedback();

    @Override
    public FeedbackInbox feedbackInbox() {
        return feedback.inbox();
    }

    @Override
    public FeedbackEntries feedbackEntries() {
        return feedback.entries();
    }

    @Override
    public AnalysisQueue analysisQueue() {
        return feedback.queue();
    }

    @Override
    public CountingLane countingLane() {
        return feedback.lane();
    }

    @Override
    public Buckets buckets() {
        return feedback.buckets();
    }
}

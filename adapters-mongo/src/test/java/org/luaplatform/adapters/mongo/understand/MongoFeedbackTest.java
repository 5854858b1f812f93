package org.luaplatform.adapters.mongo.understand;

import org.junit.jupiter.api.BeforeEach;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
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

@OnEachEngine
record MongoFeedbackTest(Engine engine)
        implements FeedbackInboxContract,
                FeedbackEntriesContract,
                FeedbackSearchContract,
                AnalysisQueueContract,
                CountingLaneContract,
                ExactCountsContract,
                BucketsContract {

    @BeforeEach
    void empty() {
        engine.empty();
    }

    @Override
    public FeedbackInbox feedbackInbox() {
        return engine.adapter().feedbackInbox();
    }

    @Override
    public FeedbackEntries feedbackEntries() {
        return engine.adapter().feedbackEntries();
    }

    @Override
    public AnalysisQueue analysisQueue() {
        return engine.adapter().analysisQueue();
    }

    @Override
    public CountingLane countingLane() {
        return engine.adapter().countingLane();
    }

    @Override
    public Buckets buckets() {
        return engine.adapter().buckets();
    }
}

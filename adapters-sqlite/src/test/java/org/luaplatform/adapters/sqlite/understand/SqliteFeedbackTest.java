package org.luaplatform.adapters.sqlite.understand;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.sqlite.NewFile;
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

final class SqliteFeedbackTest
        implements FeedbackInboxContract,
                FeedbackEntriesContract,
                FeedbackSearchContract,
                AnalysisQueueContract,
                CountingLaneContract,
                ExactCountsContract,
                BucketsContract {

    @RegisterExtension
    final NewFile file = new NewFile();

    @Override
    public FeedbackInbox feedbackInbox() {
        return file.adapter().feedbackInbox();
    }

    @Override
    public FeedbackEntries feedbackEntries() {
        return file.adapter().feedbackEntries();
    }

    @Override
    public AnalysisQueue analysisQueue() {
        return file.adapter().analysisQueue();
    }

    @Override
    public CountingLane countingLane() {
        return file.adapter().countingLane();
    }

    @Override
    public Buckets buckets() {
        return file.adapter().buckets();
    }
}

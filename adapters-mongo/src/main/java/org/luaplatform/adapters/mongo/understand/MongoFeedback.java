package org.luaplatform.adapters.mongo.understand;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;

/// Feedback in MongoDB, through the ports that share it: what the inbox takes, the queue hands out and the lane
/// counts.
public final class MongoFeedback {

    private final FeedbackInbox inbox;
    private final FeedbackEntries entries;
    private final AnalysisQueue queue;
    private final CountingLane lane;
    private final Buckets buckets;

    public MongoFeedback(MongoConnection connection) {
        StoredDocuments feedback = connection.collection(DocumentCollection.FEEDBACK);
        StoredDocuments lanes = connection.collection(DocumentCollection.LANES);
        StoredDocuments shelves = connection.collection(DocumentCollection.BUCKETS);
        feedback.index(FeedbackCollection.INDEXES);
        lanes.index(MongoCountingLane.LANE_INDEXES);
        shelves.index(MongoBuckets.INDEXES);
        var counts = new MongoBuckets(shelves);
        this.inbox = new MongoFeedbackInbox(feedback);
        this.entries = new MongoFeedbackEntries(feedback);
        this.queue = new MongoAnalysisQueue(feedback);
        this.lane = new MongoCountingLane(lanes, feedback, counts);
        this.buckets = counts;
    }

    /// A document of feedback with what MongoDB looks up beside it.
    public static Document indexed(Document document) {
        return document.with("index", FeedbackCollection.index(FeedbackRecordDocument.toRecord(document)));
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

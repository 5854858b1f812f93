package org.luaplatform.adapters.sqlite.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.understand.BucketRecordDocument;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.documents.understand.LaneRecordDocument;
import org.luaplatform.adapters.sqlite.engine.Source;

/// The documents of this room, and feedback with all that is known of it.
public final class UnderstandSources {

    public static final List<Source> ALL = List.of(
            new Source(
                    DocumentCollection.FEEDBACK,
                    "feedback f",
                    FeedbackRows.COLUMNS + ", f.origin",
                    UnderstandSources::feedback),
            new Source(
                    DocumentCollection.LANES,
                    "lanes",
                    LaneRows.COLUMNS,
                    row -> LaneRecordDocument.of(LaneRows.read(row, 2))),
            new Source(
                    DocumentCollection.BUCKETS,
                    "buckets",
                    BucketRows.COLUMNS,
                    row -> BucketRecordDocument.of(BucketRows.read(row, 2))),
            Source.versioned(DocumentCollection.THEMES, "themes"));

    private UnderstandSources() {}

    /// A key that was given free belongs to another piece by now.
    private static Document feedback(ResultSet row) throws SQLException {
        Document document = FeedbackRecordDocument.of(FeedbackRows.read(row, 2));
        boolean isFree = row.getString(2 + FeedbackRows.COUNT) == null;
        return isFree ? document.without("origin") : document;
    }
}

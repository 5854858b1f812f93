package org.luaplatform.adapters.sqlite.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.documents.understand.CountsDocument;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.documents.understand.InsightDocument;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.ThemeId;

/// Reads rows of the table `feedback`.
final class FeedbackRows {

    /// What [#read] reads.
    static final String COLUMNS =
            "f.document, f.analysis, f.attempts, f.due_at, f.turn_at, f.lease, f.problem, f.failed_at,"
                    + " f.revision, f.counted_revision, f.counted_by, f.insight, f.themes, f.contributions";

    /// How many those are.
    static final int COUNT = 14;

    private FeedbackRows() {}

    /// Reads the columns [#COLUMNS].
    ///
    /// @param first the number of the first of them
    static FeedbackRecord read(ResultSet row, int first) throws SQLException {
        Feedback feedback = FeedbackDocument.toFeedback(Json.stored(row.getBytes(first)));
        String lease = row.getString(first + 5);
        return new FeedbackRecord(
                feedback,
                analysis(row, first),
                insight(row.getBytes(first + 11)),
                lease == null
                        ? Optional.empty()
                        : Optional.of(new FeedbackRecord.Lease(lease, Instant.ofEpochMilli(row.getLong(first + 4)))),
                row.getLong(first + 8),
                row.getLong(first + 9),
                row.getLong(first + 10),
                themes(row.getString(first + 12)),
                contributions(row.getBytes(first + 13)));
    }

    private static AnalysisState analysis(ResultSet row, int first) throws SQLException {
        int attempts = row.getInt(first + 2);
        return switch (row.getString(first + 1)) {
            case "pending" ->
                new AnalysisState.Pending(
                        attempts,
                        Instant.ofEpochMilli(row.getLong(first + 3)),
                        Optional.ofNullable(row.getString(first + 6)));
            case "done" -> new AnalysisState.Done();
            case "failed" ->
                new AnalysisState.Failed(
                        attempts, row.getString(first + 6), Instant.ofEpochMilli(row.getLong(first + 7)));
            case String other -> throw new IllegalStateException("no analysis is " + other);
        };
    }

    private static Optional<Insight> insight(byte @Nullable [] stored) {
        return stored == null ? Optional.empty() : Optional.of(InsightDocument.toInsight(Json.stored(stored)));
    }

    /// The themes in one text, to which their order matters.
    static String text(List<ThemeId> themes) {
        return themes.stream().map(ThemeId::value).collect(Collectors.joining(" "));
    }

    static List<ThemeId> themes(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(ThemeId::new).toList();
    }

    static byte[] bytes(List<Contribution> contributions) {
        return Json.bytes(Document.builder()
                .putDocuments("contributions", CountsDocument.contributions(contributions))
                .build());
    }

    private static List<Contribution> contributions(byte @Nullable [] stored) {
        return stored == null
                ? List.of()
                : CountsDocument.toContributions(Json.stored(stored).documents("contributions"));
    }
}

package org.luaplatform.adapters.documents.understand;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.ThemeId;

/// Feedback records as documents: those of [FeedbackDocument] with `{…, analysis, insight?, lease?, revision,
/// countedRevision, countedBy, themes, contributions}`.
public final class FeedbackRecordDocument {

    private FeedbackRecordDocument() {}

    public static Document of(FeedbackRecord known) {
        Document.Builder document = Document.builder();
        FeedbackDocument.of(known.feedback()).fields().forEach(document::put);
        return document.put("analysis", analysis(known.analysis()))
                .put("insight", known.insight().map(InsightDocument::of))
                .put("lease", known.lease().map(FeedbackRecordDocument::lease))
                .put("revision", known.revision())
                .put("countedRevision", known.countedRevision())
                .put("countedBy", known.countedBy())
                .putTexts("themes", known.themes().stream().map(ThemeId::value).toList())
                .putDocuments("contributions", CountsDocument.contributions(known.contributions()))
                .build();
    }

    public static FeedbackRecord toRecord(Document document) {
        return Stored.read(
                document,
                () -> new FeedbackRecord(
                        FeedbackDocument.toFeedback(document),
                        toAnalysis(document.document("analysis")),
                        document.optionalDocument("insight").map(InsightDocument::toInsight),
                        document.optionalDocument("lease").map(FeedbackRecordDocument::toLease),
                        document.whole("revision"),
                        document.whole("countedRevision"),
                        document.whole("countedBy"),
                        document.texts("themes").stream().map(ThemeId::new).toList(),
                        CountsDocument.toContributions(document.documents("contributions"))));
    }

    public static Document analysis(AnalysisState state) {
        return switch (state) {
            case AnalysisState.Pending pending ->
                Document.builder()
                        .put("state", "pending")
                        .put("attempts", pending.attempts())
                        .putMillis("dueAt", pending.dueAt())
                        .put("problem", pending.lastProblem())
                        .build();
            case AnalysisState.Done() -> Document.builder().put("state", "done").build();
            case AnalysisState.Failed failed ->
                Document.builder()
                        .put("state", "failed")
                        .put("attempts", failed.attempts())
                        .put("problem", failed.problem())
                        .putMillis("failedAt", failed.failedAt())
                        .build();
        };
    }

    public static AnalysisState toAnalysis(Document document) {
        return switch (document.text("state")) {
            case "pending" ->
                new AnalysisState.Pending(
                        document.count("attempts"), document.instant("dueAt"), document.optionalText("problem"));
            case "done" -> new AnalysisState.Done();
            case "failed" ->
                new AnalysisState.Failed(
                        document.count("attempts"), document.text("problem"), document.instant("failedAt"));
            case String other -> throw document.malformed("state", "is unknown: " + other);
        };
    }

    private static Document lease(FeedbackRecord.Lease lease) {
        return Document.builder()
                .put("token", lease.token())
                .putMillis("until", lease.until())
                .build();
    }

    private static FeedbackRecord.Lease toLease(Document document) {
        return new FeedbackRecord.Lease(document.text("token"), document.instant("until"));
    }
}

package org.luaplatform.adapters.documents.understand;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.ThemeId;

/// Feedback as it was known at some moment, as documents: those of [FeedbackDocument] with `{…, analysis, insight?,
/// themes}`.
public final class FeedbackEntryDocument {

    private FeedbackEntryDocument() {}

    public static Document of(FeedbackEntry entry) {
        Document.Builder document = Document.builder();
        FeedbackDocument.of(entry.feedback()).fields().forEach(document::put);
        return document.put("analysis", FeedbackRecordDocument.analysis(entry.analysis()))
                .put("insight", entry.insight().map(InsightDocument::of))
                .putTexts("themes", entry.themes().stream().map(ThemeId::value).toList())
                .build();
    }

    public static FeedbackEntry toEntry(Document document) {
        return Stored.read(
                document,
                () -> new FeedbackEntry(
                        FeedbackDocument.toFeedback(document),
                        FeedbackRecordDocument.toAnalysis(document.document("analysis")),
                        document.optionalDocument("insight").map(InsightDocument::toInsight),
                        document.texts("themes").stream().map(ThemeId::new).toList()));
    }
}

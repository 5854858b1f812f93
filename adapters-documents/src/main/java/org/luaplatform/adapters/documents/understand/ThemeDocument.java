package org.luaplatform.adapters.documents.understand;

import java.util.Set;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;

/// Themes as documents: `{id, organization, label, terms, quotes, createdAt}`.
public final class ThemeDocument {

    private ThemeDocument() {}

    public static Document of(Theme theme) {
        return Stored.document(theme.id().value())
                .put("organization", theme.organization().value())
                .put("label", theme.label())
                .putTexts("terms", theme.terms().stream().sorted().toList())
                .putDocuments(
                        "quotes",
                        theme.quotes().stream().map(ThemeDocument::quote).toList())
                .putMillis("createdAt", theme.createdAt())
                .build();
    }

    public static Theme toTheme(Document document) {
        return Stored.read(
                document,
                () -> new Theme(
                        new ThemeId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        document.text("label"),
                        Set.copyOf(document.texts("terms")),
                        document.documents("quotes").stream()
                                .map(ThemeDocument::toQuote)
                                .toList(),
                        document.instant("createdAt")));
    }

    private static Document quote(Theme.Quote quote) {
        return Document.builder()
                .put("feedback", quote.feedback().value())
                .put("text", quote.text())
                .put("sentiment", InsightDocument.sentiment(quote.sentiment()))
                .build();
    }

    private static Theme.Quote toQuote(Document document) {
        return new Theme.Quote(
                new FeedbackId(document.text("feedback")),
                document.text("text"),
                InsightDocument.toSentiment(document.document("sentiment")));
    }
}

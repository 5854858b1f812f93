package org.luaplatform.adapters.documents.learn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Forms as documents: `{id, organization, status, content, settings, createdAt, published?}`.
public final class FormDocument {

    private FormDocument() {}

    public static Document of(Form form) {
        Document.Builder document = Stored.document(form.id().value())
                .put("organization", form.organization().value())
                .put("status", status(form))
                .put("content", FormContentDocument.of(form.content()))
                .put("settings", settings(form.settings()))
                .putMillis("createdAt", form.createdAt());
        form.latest()
                .ifPresent(version -> document.put(
                        "published",
                        Document.builder()
                                .put("number", version.number())
                                .put("content", FormContentDocument.of(version.content()))
                                .putMillis("publishedAt", version.publishedAt())
                                .build()));
        return document.build();
    }

    public static Form toForm(Document document) {
        return Stored.read(document, () -> read(document));
    }

    private static Form read(Document document) {
        FormId id = new FormId(document.text("id"));
        OrganizationId organization = new OrganizationId(document.text("organization"));
        FormContent content = FormContentDocument.toContent(document.document("content"));
        FormSettings settings = toSettings(document.document("settings"));
        Instant createdAt = document.instant("createdAt");
        return switch (document.text("status")) {
            case "draft" -> new Form.Draft(id, organization, content, settings, createdAt);
            case "open" -> new Form.Open(id, organization, content, settings, createdAt, published(id, document));
            case "closed" -> new Form.Closed(id, organization, content, settings, createdAt, published(id, document));
            case String other -> throw document.malformed("status", "is unknown: " + other);
        };
    }

    private static String status(Form form) {
        return switch (form) {
            case Form.Draft _ -> "draft";
            case Form.Open _ -> "open";
            case Form.Closed _ -> "closed";
        };
    }

    private static FormVersion published(FormId form, Document document) {
        Document published = document.document("published");
        return new FormVersion(
                form,
                published.count("number"),
                FormContentDocument.toContent(published.document("content")),
                published.instant("publishedAt"));
    }

    private static Document settings(FormSettings settings) {
        return Document.builder()
                .put("open", settings.open())
                .putTexts(
                        "allowedOrigins",
                        settings.allowedOrigins().stream().sorted().toList())
                .build();
    }

    private static FormSettings toSettings(Document document) {
        List<String> origins = document.texts("allowedOrigins");
        return new FormSettings(document.flag("open"), Set.copyOf(origins));
    }
}

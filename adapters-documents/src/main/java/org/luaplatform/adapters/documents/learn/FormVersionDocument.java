package org.luaplatform.adapters.documents.learn;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Published versions as documents: `{id, organization, form, number, content, publishedAt}`.
public final class FormVersionDocument {

    private FormVersionDocument() {}

    public static String id(FormId form, int number) {
        return Stored.id(form.value(), Integer.toString(number));
    }

    public static Document of(OrganizationId organization, FormVersion version) {
        return Stored.document(id(version.form(), version.number()))
                .put("organization", organization.value())
                .put("form", version.form().value())
                .put("number", version.number())
                .put("content", FormContentDocument.of(version.content()))
                .putMillis("publishedAt", version.publishedAt())
                .build();
    }

    public static FormVersion toVersion(Document document) {
        return Stored.read(
                document,
                () -> new FormVersion(
                        new FormId(document.text("form")),
                        document.count("number"),
                        FormContentDocument.toContent(document.document("content")),
                        document.instant("publishedAt")));
    }
}

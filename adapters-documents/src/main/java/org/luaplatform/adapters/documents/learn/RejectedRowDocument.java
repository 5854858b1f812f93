package org.luaplatform.adapters.documents.learn;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The rows of error reports as documents: `{id, organization, import, line, text, violations}`.
public final class RejectedRowDocument {

    private RejectedRowDocument() {}

    public static String id(ImportId file, long line) {
        return Stored.id(file.value(), Long.toString(line));
    }

    public static Document of(OrganizationId organization, ImportId file, RejectedRow row) {
        return Stored.document(id(file, row.line()))
                .put("organization", organization.value())
                .put("import", file.value())
                .put("line", row.line())
                .put("text", row.text())
                .putDocuments(
                        "violations",
                        row.violations().stream()
                                .map(violation -> Document.builder()
                                        .put("pointer", violation.pointer().value())
                                        .put("message", violation.message())
                                        .build())
                                .toList())
                .build();
    }

    public static RejectedRow toRow(Document document) {
        return Stored.read(
                document,
                () -> new RejectedRow(
                        document.whole("line"),
                        document.text("text"),
                        document.documents("violations").stream()
                                .map(violation -> new Violation(
                                        new Pointer(violation.text("pointer")), violation.text("message")))
                                .toList()));
    }
}

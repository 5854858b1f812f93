package org.luaplatform.adapters.documents.understand;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Lanes as documents, by their organizations: `{id, organization, epoch, sequence, stay?, open?}`.
public final class LaneRecordDocument {

    private LaneRecordDocument() {}

    public static Document of(LaneRecord known) {
        return Stored.document(known.organization().value())
                .put("organization", known.organization().value())
                .put("epoch", known.epoch())
                .put("sequence", known.sequence())
                .put("stay", known.stay().map(LaneRecordDocument::stay))
                .put("open", known.open().map(CountsDocument::plan))
                .build();
    }

    public static LaneRecord toRecord(Document document) {
        return Stored.read(
                document,
                () -> new LaneRecord(
                        new OrganizationId(document.text("organization")),
                        document.whole("epoch"),
                        document.whole("sequence"),
                        document.optionalDocument("stay").map(LaneRecordDocument::toStay),
                        document.optionalDocument("open").map(CountsDocument::toPlan)));
    }

    private static Document stay(LaneRecord.Stay stay) {
        return Document.builder()
                .put("worker", stay.worker())
                .putMillis("until", stay.until())
                .build();
    }

    private static LaneRecord.Stay toStay(Document document) {
        return new LaneRecord.Stay(document.text("worker"), document.instant("until"));
    }
}

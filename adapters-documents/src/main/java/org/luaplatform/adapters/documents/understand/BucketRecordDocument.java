package org.luaplatform.adapters.documents.understand;

import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Tally;

/// Buckets as documents: `{id, organization, kind, form, day, channel, language, lastPlan, slots}`, the slots by
/// their numbers.
public final class BucketRecordDocument {

    private BucketRecordDocument() {}

    public static String id(OrganizationId organization, Bucket.Key key) {
        return Stored.id(
                organization.value(),
                EnumText.of(key.kind()),
                key.form().value(),
                key.day().toString(),
                key.channel().name(),
                key.language().tag());
    }

    public static Document of(BucketRecord known) {
        Document.Builder document = Stored.document(
                        id(known.organization(), known.bucket().key()))
                .put("organization", known.organization().value());
        CountsDocument.key(known.bucket().key()).fields().forEach(document::put);
        return document.put("lastPlan", known.lastPlan())
                .put("slots", slots(known.bucket().slots()))
                .build();
    }

    public static BucketRecord toRecord(Document document) {
        return Stored.read(
                document,
                () -> new BucketRecord(
                        new OrganizationId(document.text("organization")),
                        new Bucket(CountsDocument.toKey(document), toSlots(document.document("slots"))),
                        document.whole("lastPlan")));
    }

    public static Document slots(Map<Integer, Tally> slots) {
        Document.Builder document = Document.builder();
        new TreeMap<>(slots).forEach((slot, tally) -> document.put(slot.toString(), CountsDocument.tally(tally)));
        return document.build();
    }

    public static Map<Integer, Tally> toSlots(Document document) {
        Map<Integer, Tally> slots = new TreeMap<>();
        document.fields()
                .keySet()
                .forEach(slot -> slots.put(Integer.valueOf(slot), CountsDocument.toTally(document.document(slot))));
        return slots;
    }
}

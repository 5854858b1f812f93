package org.luaplatform.adapters.documents.understand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane.Change;
import org.luaplatform.domain.understand.CountingLane.Counted;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.ThemeId;

/// What counts consist of, as documents: tallies by counter name, contributions, buckets' keys and plans.
public final class CountsDocument {

    private CountsDocument() {}

    public static Document tally(Tally tally) {
        return Document.of(tally.counts());
    }

    public static Tally toTally(Document document) {
        Map<String, Long> counts = new TreeMap<>();
        document.fields().keySet().forEach(counter -> counts.put(counter, document.whole(counter)));
        return new Tally(counts);
    }

    /// A bucket's key: `{kind, form, day, channel, language}`.
    public static Document key(Bucket.Key key) {
        return Document.builder()
                .put("kind", EnumText.of(key.kind()))
                .put("form", key.form().value())
                .put("day", key.day().toString())
                .put("channel", key.channel().name())
                .put("language", key.language().tag())
                .build();
    }

    public static Bucket.Key toKey(Document document) {
        return new Bucket.Key(
                EnumText.to(Bucket.Kind.class, document.text("kind")),
                new FormId(document.text("form")),
                document.read("day", LocalDate::parse),
                new Channel(document.text("channel")),
                new Language(document.text("language")));
    }

    /// `{bucket, slot, tally}` each.
    public static List<Document> contributions(List<Contribution> contributions) {
        return contributions.stream()
                .map(one -> part(one.bucket(), one.slot(), one.tally()))
                .toList();
    }

    public static List<Contribution> toContributions(List<Document> documents) {
        return documents.stream()
                .map(one -> new Contribution(
                        toKey(one.document("bucket")), one.count("slot"), toTally(one.document("tally"))))
                .toList();
    }

    /// A plan: `{organization, sequence, counted: [{id, revision, themes, contributions}], changes: [{bucket, slot,
    /// tally}]}`.
    public static Document plan(Plan plan) {
        return Document.builder()
                .put("organization", plan.organization().value())
                .put("sequence", plan.sequence())
                .putDocuments(
                        "counted",
                        plan.counted().stream().map(CountsDocument::counted).toList())
                .putDocuments(
                        "changes",
                        plan.changes().stream()
                                .map(change -> part(change.bucket(), change.slot(), change.added()))
                                .toList())
                .build();
    }

    public static Plan toPlan(Document document) {
        return Stored.accepted(
                document,
                () -> new Plan(
                        new OrganizationId(document.text("organization")),
                        document.whole("sequence"),
                        document.documents("counted").stream()
                                .map(CountsDocument::toCounted)
                                .toList(),
                        document.documents("changes").stream()
                                .map(change -> new Change(
                                        toKey(change.document("bucket")),
                                        change.count("slot"),
                                        toTally(change.document("tally"))))
                                .toList()));
    }

    private static Document counted(Counted counted) {
        return Document.builder()
                .put("id", counted.id().value())
                .put("revision", counted.revision())
                .putTexts(
                        "themes", counted.themes().stream().map(ThemeId::value).toList())
                .putDocuments("contributions", contributions(counted.contributions()))
                .build();
    }

    private static Counted toCounted(Document document) {
        return new Counted(
                new FeedbackId(document.text("id")),
                document.whole("revision"),
                document.texts("themes").stream().map(ThemeId::new).toList(),
                toContributions(document.documents("contributions")));
    }

    private static Document part(Bucket.Key bucket, int slot, Tally tally) {
        return Document.builder()
                .put("bucket", key(bucket))
                .put("slot", slot)
                .put("tally", tally(tally))
                .build();
    }
}

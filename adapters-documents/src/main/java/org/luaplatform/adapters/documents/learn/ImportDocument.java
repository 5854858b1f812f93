package org.luaplatform.adapters.documents.learn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.ImportMapping.Target;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Imports as documents: `{id, organization, form, format, mapping, dryRun, createdAt, state, progress, lease?}`.
public final class ImportDocument {

    private ImportDocument() {}

    public static Document of(Import one) {
        return Stored.document(one.id().value())
                .put("organization", one.organization().value())
                .put("form", one.form().value())
                .put("format", EnumText.of(one.format()))
                .putDocuments("mapping", mapping(one.mapping()))
                .put("dryRun", one.dryRun())
                .putMillis("createdAt", one.createdAt())
                .put("state", EnumText.of(one.state()))
                .put("progress", progress(one.progress()))
                .put("lease", one.lease().map(ImportDocument::lease))
                .build();
    }

    public static Import toImport(Document document) {
        return Stored.read(
                document,
                () -> new Import(
                        new ImportId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        new FormId(document.text("form")),
                        EnumText.to(ImportFormat.class, document.text("format")),
                        toMapping(document.documents("mapping")),
                        document.flag("dryRun"),
                        document.instant("createdAt"),
                        EnumText.to(Import.State.class, document.text("state")),
                        toProgress(document.document("progress")),
                        document.optionalDocument("lease").map(ImportDocument::toLease)));
    }

    private static List<Document> mapping(ImportMapping mapping) {
        return new TreeMap<>(mapping.columns())
                .entrySet().stream()
                        .map(column -> target(column.getValue())
                                .put("column", column.getKey())
                                .build())
                        .toList();
    }

    private static ImportMapping toMapping(List<Document> columns) {
        Map<String, Target> targets = new TreeMap<>();
        columns.forEach(column -> targets.put(column.text("column"), toTarget(column)));
        return new ImportMapping(targets);
    }

    private static Document.Builder target(Target target) {
        return switch (target) {
            case Target.ToField(FieldKey field) -> named("field").put("field", field.value());
            case Target.Score() -> named("score");
            case Target.Words() -> named("words");
            case Target.SpokenLanguage() -> named("language");
            case Target.Via() -> named("channel");
            case Target.OccurredAt() -> named("occurredAt");
            case Target.RespondentRef() -> named("respondentRef");
            case Target.Attribute(String name) -> named("attribute").put("name", name);
            case Target.RowKey() -> named("rowKey");
            case Target.Ignored() -> named("ignored");
        };
    }

    private static Target toTarget(Document document) {
        return switch (document.text("target")) {
            case "field" -> new Target.ToField(document.read("field", FieldKey::new));
            case "score" -> new Target.Score();
            case "words" -> new Target.Words();
            case "language" -> new Target.SpokenLanguage();
            case "channel" -> new Target.Via();
            case "occurredAt" -> new Target.OccurredAt();
            case "respondentRef" -> new Target.RespondentRef();
            case "attribute" -> new Target.Attribute(document.text("name"));
            case "rowKey" -> new Target.RowKey();
            case "ignored" -> new Target.Ignored();
            case String other -> throw document.malformed("target", "is unknown: " + other);
        };
    }

    private static Document.Builder named(String target) {
        return Document.builder().put("target", target);
    }

    private static Document progress(Import.Progress progress) {
        return Document.builder()
                .put("read", progress.read())
                .put("accepted", progress.accepted())
                .put("duplicates", progress.duplicates())
                .put("rejected", progress.rejected())
                .putDocuments(
                        "samples",
                        progress.samples().stream().map(ImportDocument::sample).toList())
                .put("problem", progress.problem())
                .build();
    }

    private static Import.Progress toProgress(Document document) {
        return new Import.Progress(
                document.whole("read"),
                document.whole("accepted"),
                document.whole("duplicates"),
                document.whole("rejected"),
                document.documents("samples").stream()
                        .map(ImportDocument::toSample)
                        .toList(),
                document.optionalText("problem"));
    }

    private static Document sample(Import.Sample sample) {
        return Document.builder()
                .put("line", sample.line())
                .putDocuments("values", FeedbackDocument.pairs(sample.values()))
                .build();
    }

    private static Import.Sample toSample(Document document) {
        return new Import.Sample(document.whole("line"), FeedbackDocument.toMap(document.documents("values")));
    }

    private static Document lease(Import.Lease lease) {
        return Document.builder()
                .put("worker", lease.worker())
                .putMillis("until", lease.until())
                .build();
    }

    private static Import.Lease toLease(Document document) {
        return new Import.Lease(document.text("worker"), document.instant("until"));
    }
}

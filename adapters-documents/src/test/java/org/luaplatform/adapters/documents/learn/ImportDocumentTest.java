package org.luaplatform.adapters.documents.learn;

import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.ImportMapping.Target;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

final class ImportDocumentTest {

    private static final Instant CREATED = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    void every_state_survives(Import.State state) {
        survives(
                anImport(ImportMapping.AUTOMATIC).with(state, Import.Progress.NONE, Optional.empty()),
                ImportDocument::of,
                ImportDocument::toImport);
    }

    @Test
    void progress_samples_and_lease_survive() {
        var sample = new Import.Sample(2, Map.of("answers.score", "5", "respondent.attributes.a.b", "", "$x", "😀"));
        var progress = new Import.Progress(1L << 40, 3, 2, 1, List.of(sample, sample), Optional.of("no header"));

        survives(
                anImport(ImportMapping.AUTOMATIC)
                        .with(
                                Import.State.RUNNING,
                                progress,
                                Optional.of(new Import.Lease("host-1/7", CREATED.plusMillis(1)))),
                ImportDocument::of,
                ImportDocument::toImport);
    }

    @Test
    void every_meaning_of_a_column_survives() {
        Map<String, Target> columns = new HashMap<>();
        List.of(
                        new Target.ToField(new FieldKey("score")),
                        new Target.Score(),
                        new Target.Words(),
                        new Target.SpokenLanguage(),
                        new Target.Via(),
                        new Target.OccurredAt(),
                        new Target.RespondentRef(),
                        new Target.Attribute("the plan"),
                        new Target.RowKey(),
                        new Target.Ignored())
                .forEach(target -> columns.put("column." + columns.size() + " $", target));

        survives(anImport(new ImportMapping(columns)), ImportDocument::of, ImportDocument::toImport);
    }

    @Test
    void a_rejected_row_survives() {
        var row = new RejectedRow(
                200_001,
                "a,\"b\r\n\",\u0000😀",
                List.of(
                        new Violation(Pointer.ROOT, "has too few cells"),
                        new Violation(Pointer.to("answers").child("a/b~"), "must be at most 5")));

        survives(
                row,
                one -> RejectedRowDocument.of(new OrganizationId("o1"), new ImportId("i1"), one),
                RejectedRowDocument::toRow);
    }

    private static Import anImport(ImportMapping mapping) {
        return new Import(
                new ImportId("i1"),
                new OrganizationId("o1"),
                new FormId("f1"),
                ImportFormat.NDJSON,
                mapping,
                true,
                CREATED,
                Import.State.WAITING,
                Import.Progress.NONE,
                Optional.empty());
    }
}

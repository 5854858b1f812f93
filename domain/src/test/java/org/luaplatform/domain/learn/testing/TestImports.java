package org.luaplatform.domain.learn.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Imports for tests.
public final class TestImports {

    private TestImports() {}

    public static ImportId anId() {
        return new ImportId(TestIds.next());
    }

    /// An import that nobody has begun.
    public static Import anImport(OrganizationId organization) {
        return anImport(organization, TestClock.NOON);
    }

    public static Import anImport(OrganizationId organization, Instant createdAt) {
        return new Import(
                anId(),
                organization,
                TestForms.anId(),
                ImportFormat.CSV,
                ImportMapping.AUTOMATIC,
                false,
                createdAt,
                Import.State.WAITING,
                Import.Progress.NONE,
                Optional.empty());
    }

    /// A dry run that failed after a while, every part of it in use.
    public static Import everything(OrganizationId organization) {
        return new Import(
                anId(),
                organization,
                TestForms.anId(),
                ImportFormat.NDJSON,
                new ImportMapping(Map.of(
                        "field", new ImportMapping.Target.ToField(new FieldKey("why")),
                        "score", new ImportMapping.Target.Score(),
                        "words, $odd.name", new ImportMapping.Target.Words(),
                        "lang", new ImportMapping.Target.SpokenLanguage(),
                        "via", new ImportMapping.Target.Via(),
                        "when", new ImportMapping.Target.OccurredAt(),
                        "who", new ImportMapping.Target.RespondentRef(),
                        "plan", new ImportMapping.Target.Attribute("plan"),
                        "key", new ImportMapping.Target.RowKey(),
                        "rest", new ImportMapping.Target.Ignored())),
                true,
                TestClock.NOON,
                Import.State.FAILED,
                new Import.Progress(
                        10,
                        5,
                        3,
                        2,
                        List.of(new Import.Sample(2, Map.of("answers.why", "Queues", "respondent.ref", "c-17"))),
                        Optional.of("is not UTF-8")),
                Optional.of(new Import.Lease("worker", TestClock.NOON.plusSeconds(30))));
    }

    public static RejectedRow aRejectedRow(long line) {
        return new RejectedRow(
                line,
                "1,\"Queues, queues\nand 😀\"",
                List.of(
                        new Violation(Pointer.to("answers").child("score"), "must be a whole number from 1 to 5"),
                        new Violation(Pointer.ROOT, "is odd")));
    }
}

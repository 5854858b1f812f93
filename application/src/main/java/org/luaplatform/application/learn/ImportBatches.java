package org.luaplatform.application.learn;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.CellText;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportedRow;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.learn.RowFormats;

/// The rows of one import on their way into the inbox, some hundred at a time: few durable writes, and little
/// memory however long the file is. Not thread-safe: one worker carries one import.
final class ImportBatches {

    private static final int BATCH = 500;
    private static final int MOST_SAMPLES = 10;

    record Stores(Imports imports, FeedbackInbox inbox) {}

    private final FormVersion version;
    private final Import running;
    private final Stores stores;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final Predicate<Import.Progress> checkpoint;
    private final RowKeys keys = new RowKeys();

    private final List<Feedback> accepted = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private Import.Progress progress = Import.Progress.NONE;
    private boolean ours = true;

    /// @param checkpoint told the progress after each batch; answers whether to go on
    ImportBatches(
            FormVersion version,
            Import running,
            Stores stores,
            IdGenerator ids,
            InstantSource clock,
            Predicate<Import.Progress> checkpoint) {
        this.version = version;
        this.running = running;
        this.stores = stores;
        this.ids = ids;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    Import.Progress progress() {
        return progress;
    }

    /// @return whether to go on with the next row
    boolean take(RowFormats.Row row) {
        switch (row) {
            case RowFormats.Row.Cells cells -> read(cells);
            case RowFormats.Row.Broken broken ->
                rejected.add(new RejectedRow(
                        broken.line(), broken.text(), List.of(new Violation(Pointer.ROOT, broken.problem()))));
        }
        return accepted.size() + rejected.size() < BATCH || flush();
    }

    /// Stores what was taken since the last time.
    ///
    /// @return whether the import is still ours
    boolean flush() {
        if (ours) {
            int rows = accepted.size() + rejected.size();
            int stored = running.dryRun() ? accepted.size() : store();
            stores.imports().reject(running.organization(), running.id(), rejected);
            progress = new Import.Progress(
                    progress.read() + rows,
                    progress.accepted() + stored,
                    progress.duplicates() + accepted.size() - stored,
                    progress.rejected() + rejected.size(),
                    progress.samples(),
                    Optional.empty());
            accepted.clear();
            rejected.clear();
            ours = checkpoint.test(progress);
        }
        return ours;
    }

    private void read(RowFormats.Row.Cells cells) {
        var violations = new Violations();
        ImportedRow row = ImportedRow.read(cells.cells(), running.mapping(), version.content(), violations);
        try {
            violations.throwIfAny();
            var feedback = Feedback.on(
                    version,
                    running.organization(),
                    new FeedbackId(ids.next()),
                    row.submission(),
                    Optional.of(Origin.ofRow(keys.key(row), RowKeys.fingerprint(row), running.id())),
                    clock.instant());
            accepted.add(feedback);
            sample(cells.line(), feedback);
        } catch (Invalid invalid) {
            rejected.add(new RejectedRow(cells.line(), cells.text(), invalid.violations()));
        }
    }

    /// @return how many rows are in the inbox by this import, now or by an earlier try of it
    private int store() {
        Set<FeedbackId> exported = stores.inbox().known(running.organization(), running.form(), keysThatAreIds());
        List<Feedback> unknown = accepted.stream()
                .filter(feedback ->
                        idInKey(feedback).map(id -> !exported.contains(id)).orElse(true))
                .toList();
        int stored = 0;
        for (FeedbackInbox.Receipt receipt : stores.inbox().addAll(unknown)) {
            stored += switch (receipt) {
                case FeedbackInbox.Receipt.Added _ -> 1;
                case FeedbackInbox.Receipt.AlreadyThere there -> broughtByThisImport(there) ? 1 : 0;
            };
        }
        return stored;
    }

    /// Two rows of one file with the same key are duplicates of each other; only a row that an earlier try of this
    /// import stored is none.
    private boolean broughtByThisImport(FeedbackInbox.Receipt.AlreadyThere there) {
        return there.origin()
                .flatMap(Origin::importId)
                .filter(running.id()::equals)
                .isPresent();
    }

    private Set<FeedbackId> keysThatAreIds() {
        return accepted.stream().flatMap(feedback -> idInKey(feedback).stream()).collect(Collectors.toSet());
    }

    private static Optional<FeedbackId> idInKey(Feedback feedback) {
        return feedback.origin().map(Origin::rowKey).filter(Text::isId).map(FeedbackId::new);
    }

    private void sample(long line, Feedback feedback) {
        if (running.dryRun() && progress.samples().size() < MOST_SAMPLES) {
            Map<String, String> values = new LinkedHashMap<>();
            feedback.answers()
                    .byField()
                    .forEach((key, answer) -> values.put("answers." + key.value(), CellText.write(answer)));
            feedback.language().ifPresent(language -> values.put("language", language.tag()));
            feedback.respondent().ifPresent(respondent -> values.put("respondent.ref", respondent.ref()));
            values.put("channel", feedback.channel().name());
            values.put("occurredAt", feedback.occurredAt().toString());
            List<Import.Sample> samples = new ArrayList<>(progress.samples());
            samples.add(new Import.Sample(line, new HashMap<>(values)));
            progress = new Import.Progress(
                    progress.read(),
                    progress.accepted(),
                    progress.duplicates(),
                    progress.rejected(),
                    samples,
                    progress.problem());
        }
    }
}

package org.luaplatform.application.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RowFormats;

/// A worker's round: takes one import that waits, or that another worker died over, and carries it to its end. A
/// row that was stored before is recognised, so that a second try neither doubles nor loses any.
public final class RunImports {

    /// A batch must be stored well within this, or another replica takes the import over.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Forms forms;
    private final Imports imports;
    private final FeedbackInbox inbox;
    private final RowFormats formats;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final Signals signals;
    private final Nudge analysis;

    public RunImports(
            Forms forms,
            Imports imports,
            FeedbackInbox inbox,
            RowFormats formats,
            IdGenerator ids,
            InstantSource clock,
            Signals signals,
            Nudge analysis) {
        this.forms = forms;
        this.imports = imports;
        this.inbox = inbox;
        this.formats = formats;
        this.ids = ids;
        this.clock = clock;
        this.signals = signals;
        this.analysis = analysis;
    }

    /// @param worker tells this worker from all others, on this replica and elsewhere
    /// @return how many imports were worked at: 0 or 1
    public int handle(String worker) {
        Instant now = clock.instant();
        Optional<Import> claimed = imports.claim(worker, now, LEASE);
        claimed.ifPresent(started -> run(started, worker));
        return claimed.isPresent() ? 1 : 0;
    }

    private void run(Import started, String worker) {
        Optional<FormVersion> version = forms.find(started.organization(), started.form())
                .flatMap(form -> form.value().latest());
        if (version.isEmpty()) {
            conclude(
                    started, worker, Import.State.FAILED, started.progress().failed("The form is not there any more."));
            return;
        }
        var batches = new ImportBatches(
                version.get(),
                started,
                new ImportBatches.Stores(imports, inbox),
                ids,
                clock,
                progress -> checkpoint(started, worker, progress));
        try (var rows = formats.read(imports.open(started.organization(), started.id()), started.format())) {
            rows.takeWhile(batches::take).forEach(_ -> {});
            if (batches.flush()) {
                conclude(started, worker, Import.State.DONE, batches.progress());
            }
        } catch (Invalid unreadable) {
            if (batches.flush()) {
                conclude(
                        started, worker, Import.State.FAILED, batches.progress().failed(unreadable.getMessage()));
            }
        }
    }

    /// Keeps what was reached and prolongs the lease.
    ///
    /// @return whether the import is still ours
    private boolean checkpoint(Import started, String worker, Import.Progress progress) {
        var lease = new Import.Lease(worker, clock.instant().plus(LEASE));
        boolean ours = imports.update(
                        started.organization(),
                        started.id(),
                        worker,
                        current -> current.with(Import.State.RUNNING, progress, Optional.of(lease)))
                .isPresent();
        if (!started.dryRun()) {
            analysis.nudge();
        }
        return ours;
    }

    private void conclude(Import started, String worker, Import.State state, Import.Progress progress) {
        boolean ours = imports.update(
                        started.organization(),
                        started.id(),
                        worker,
                        current -> current.with(state, progress, Optional.empty()))
                .isPresent();
        if (ours) {
            if (!started.dryRun()) {
                signals.collected("import", Math.toIntExact(Math.min(progress.accepted(), Integer.MAX_VALUE)));
            }
            imports.discardFile(started.organization(), started.id());
        }
    }
}

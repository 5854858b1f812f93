package org.luaplatform.application.learn;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody hands in a file of feedback. The file is stored as it arrives; [RunImports] reads it afterwards.
public final class StartImport {

    /// @param dryRun whether the rows are only checked
    /// @param file read to its end
    /// @param id the new import's id, for callers who must recognise a repeated request; empty for a new one
    public record Command(
            OrganizationId organization,
            FormId form,
            ImportFormat format,
            ImportMapping mapping,
            boolean dryRun,
            InputStream file,
            Optional<ImportId> id) {}

    private final Forms forms;
    private final Imports imports;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final Nudge importing;

    public StartImport(Forms forms, Imports imports, IdGenerator ids, InstantSource clock, Nudge importing) {
        this.forms = forms;
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
        this.importing = importing;
    }

    /// @throws FormNotFound if the organization has no such form
    /// @throws FormNotOpen if the form was never published; a closed one takes files of what it collected elsewhere
    public Import handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.FEEDBACK_WRITE, command.organization());
        Form form = forms.find(command.organization(), command.form())
                .orElseThrow(FormNotFound::new)
                .value();
        if (form.latest().isEmpty()) {
            throw new FormNotOpen();
        }
        var started = new Import(
                command.id().orElseGet(() -> new ImportId(ids.next())),
                command.organization(),
                command.form(),
                command.format(),
                command.mapping(),
                command.dryRun(),
                clock.instant(),
                Import.State.WAITING,
                Import.Progress.NONE,
                Optional.empty());
        imports.add(started, command.file());
        importing.nudge();
        return started;
    }
}

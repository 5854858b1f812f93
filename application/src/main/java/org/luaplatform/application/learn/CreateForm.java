package org.luaplatform.application.learn;

import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// An organization drafts a form.
public final class CreateForm {

    /// @param id the new form's id, for callers who must recognise a repeated request; empty for a new one
    public record Command(
            OrganizationId organization, FormContent content, FormSettings settings, Optional<FormId> id) {}

    private final Forms forms;
    private final IdGenerator ids;
    private final InstantSource clock;

    public CreateForm(Forms forms, IdGenerator ids, InstantSource clock) {
        this.forms = forms;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.Conflict if the id is taken
    public Versioned<Form> handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.FORMS_WRITE, command.organization());
        Form form = new Form.Draft(
                command.id().orElseGet(() -> new FormId(ids.next())),
                command.organization(),
                command.content(),
                command.settings(),
                clock.instant());
        forms.add(form);
        return new Versioned<>(form, Revision.FIRST);
    }
}

package org.luaplatform.application.learn;

import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A form takes no more answers. Closing a closed form changes nothing.
public final class CloseForm {

    public record Command(FormId form, Expected expected) {}

    private final Forms forms;
    private final PublishedForms published;

    public CloseForm(Forms forms, PublishedForms published) {
        this.forms = forms;
        this.published = published;
    }

    /// @throws org.luaplatform.domain.learn.FormNotFound if the caller's organization has no such form
    /// @throws FormNotOpen if it was never published
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public Versioned<Form> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.FORMS_WRITE);
        Versioned<Form> closed = forms.update(organization, command.form(), command.expected(), form -> switch (form) {
            case Form.Draft _ -> throw new FormNotOpen();
            case Form.Open open -> open.closed();
            case Form.Closed already -> already;
        });
        published.forget(command.form());
        return closed;
    }
}

package org.luaplatform.application.learn;

import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody rewords a form. New words and questions wait for the next publication; new settings hold at once.
public final class EditForm {

    public record Command(FormId form, FormContent content, FormSettings settings, Expected expected) {}

    private final Forms forms;
    private final PublishedForms published;

    public EditForm(Forms forms, PublishedForms published) {
        this.forms = forms;
        this.published = published;
    }

    /// @throws org.luaplatform.domain.learn.FormNotFound if the caller's organization has no such form
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public Versioned<Form> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.FORMS_WRITE);
        Versioned<Form> edited = forms.update(
                organization,
                command.form(),
                command.expected(),
                form -> form.edited(command.content(), command.settings()));
        published.forget(command.form());
        return edited;
    }
}

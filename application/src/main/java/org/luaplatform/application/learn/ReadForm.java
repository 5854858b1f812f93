package org.luaplatform.application.learn;

import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at one of their organization's forms.
public final class ReadForm {

    public record Query(FormId form) {}

    private final Forms forms;

    public ReadForm(Forms forms) {
        this.forms = forms;
    }

    /// @throws FormNotFound if the caller's organization has no such form
    public Versioned<Form> handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.FORMS_READ);
        return forms.find(organization, query.form()).orElseThrow(FormNotFound::new);
    }
}

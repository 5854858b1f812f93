package org.luaplatform.application.learn;

import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks up what exactly was asked when a certain feedback was given.
public final class ReadFormVersion {

    public record Query(FormId form, int number) {}

    private final Forms forms;

    public ReadFormVersion(Forms forms) {
        this.forms = forms;
    }

    /// @throws FormNotFound if the caller's organization has no such form, or the form no such version
    public FormVersion handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.FORMS_READ);
        Form form = forms.find(organization, query.form())
                .orElseThrow(FormNotFound::new)
                .value();
        return form.latest()
                .filter(version -> version.number() == query.number())
                .or(() -> forms.archived(organization, query.form(), query.number()))
                .orElseThrow(FormNotFound::new);
    }
}

package org.luaplatform.application.learn;

import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Who may answer which form.
final class OpenForms {

    private OpenForms() {}

    /// The open form that the caller may answer. Forms that are not for everybody exist for their own organization
    /// only, and a draft exists
    /// for nobody else.
    static Form.Open forAnswers(PublishedForms published, Principal caller, FormId id) {
        Form form = published.find(id).orElseThrow(FormNotFound::new);
        if (!form.settings().open() || form instanceof Form.Draft) {
            mustBelong(caller, form.organization());
        }
        return switch (form) {
            case Form.Open open -> open;
            case Form.Draft _, Form.Closed _ -> throw new FormNotOpen();
        };
    }

    private static void mustBelong(Principal caller, OrganizationId organization) {
        if (caller instanceof Principal.Anonymous) {
            throw new FormNotFound();
        }
        try {
            caller.mustBeAllowed(Scope.FEEDBACK_WRITE, organization);
        } catch (OrganizationNotFound _) {
            throw new FormNotFound();
        }
    }
}

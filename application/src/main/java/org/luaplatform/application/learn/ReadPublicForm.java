package org.luaplatform.application.learn;

import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.Principal;

/// A respondent opens a form.
public final class ReadPublicForm {

    public record Query(FormId form) {}

    private final PublishedForms published;

    public ReadPublicForm(PublishedForms published) {
        this.published = published;
    }

    /// @throws FormNotFound if there is no such form, or the caller may not know of it
    /// @throws FormNotOpen if it takes no more answers
    public Form.Open handle(Principal caller, Query query) {
        return OpenForms.forAnswers(published, caller, query.form());
    }
}

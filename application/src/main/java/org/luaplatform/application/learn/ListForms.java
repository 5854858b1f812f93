package org.luaplatform.application.learn;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks through their organization's forms, the newest first.
public final class ListForms {

    public record Query(OrganizationId organization, PageRequest page) {}

    private final Forms forms;

    public ListForms(Forms forms) {
        this.forms = forms;
    }

    public Page<Versioned<Form>> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FORMS_READ, query.organization());
        return forms.list(query.organization(), query.page());
    }
}

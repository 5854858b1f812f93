package org.luaplatform.application.learn;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks through their organization's imports, the newest first.
public final class ListImports {

    public record Query(OrganizationId organization, PageRequest page) {}

    private final Imports imports;

    public ListImports(Imports imports) {
        this.imports = imports;
    }

    public Page<Import> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_WRITE, query.organization());
        return imports.list(query.organization(), query.page());
    }
}

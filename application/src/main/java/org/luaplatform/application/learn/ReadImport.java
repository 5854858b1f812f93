package org.luaplatform.application.learn;

import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks how far an import got.
public final class ReadImport {

    public record Query(OrganizationId organization, ImportId id) {}

    private final Imports imports;

    public ReadImport(Imports imports) {
        this.imports = imports;
    }

    /// @throws ImportNotFound if the organization has no such import
    public Import handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_WRITE, query.organization());
        return imports.find(query.organization(), query.id()).orElseThrow(ImportNotFound::new);
    }
}

package org.luaplatform.application.learn;

import java.util.stream.Stream;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody fetches an import's error report.
public final class ReadRejectedRows {

    public record Query(OrganizationId organization, ImportId id) {}

    private final Imports imports;

    public ReadRejectedRows(Imports imports) {
        this.imports = imports;
    }

    /// The rows in the order of the file; the caller closes the stream.
    ///
    /// @throws ImportNotFound if the organization has no such import
    public Stream<RejectedRow> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.FEEDBACK_WRITE, query.organization());
        Import read = imports.find(query.organization(), query.id()).orElseThrow(ImportNotFound::new);
        return imports.rejected(read.organization(), read.id());
    }
}

package org.luaplatform.domain.learn;

import org.luaplatform.domain.NotFound;

/// There is no such import in the caller's organization.
public final class ImportNotFound extends NotFound {

    public ImportNotFound() {
        super("import-not-found", "There is no such import.");
    }
}

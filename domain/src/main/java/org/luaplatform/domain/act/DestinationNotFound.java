package org.luaplatform.domain.act;

import org.luaplatform.domain.NotFound;

/// There is no such destination in the caller's organization.
public final class DestinationNotFound extends NotFound {

    public DestinationNotFound() {
        super("destination-not-found", "There is no such destination.");
    }
}

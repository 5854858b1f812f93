package org.luaplatform.domain.act;

import org.luaplatform.domain.Conflict;

/// Nothing is sent to a disabled destination.
public final class DestinationDisabled extends Conflict {

    public DestinationDisabled(String reason) {
        super("destination-disabled", "The destination is disabled; enable it first. " + reason);
    }
}

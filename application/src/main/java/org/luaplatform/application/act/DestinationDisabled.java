package org.luaplatform.application.act;

import org.luaplatform.domain.Conflict;

/// Nothing is sent to a disabled destination.
public final class DestinationDisabled extends Conflict {

    DestinationDisabled(String reason) {
        super("destination-disabled", "The destination is disabled; enable it first. " + reason);
    }
}

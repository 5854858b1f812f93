package org.luaplatform.domain.act;

import org.luaplatform.domain.Text;

/// Names one destination.
public record DestinationId(String value) {

    /// @throws DestinationNotFound if no destination can have this name
    public DestinationId {
        if (!Text.isId(value)) {
            throw new DestinationNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.luaplatform.domain.learn;

import org.luaplatform.domain.Text;

/// Names one import.
public record ImportId(String value) {

    /// @throws ImportNotFound if no import can have this name
    public ImportId {
        if (!Text.isId(value)) {
            throw new ImportNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

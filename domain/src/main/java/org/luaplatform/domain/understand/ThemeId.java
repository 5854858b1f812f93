package org.luaplatform.domain.understand;

import org.luaplatform.domain.Text;

/// Names one theme.
public record ThemeId(String value) {

    /// @throws ThemeNotFound if no theme can have this name
    public ThemeId {
        if (!Text.isId(value)) {
            throw new ThemeNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

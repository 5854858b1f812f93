package org.luaplatform.domain.understand;

import org.luaplatform.domain.NotFound;

/// There is no such theme in the caller's organization.
public final class ThemeNotFound extends NotFound {

    public ThemeNotFound() {
        super("theme-not-found", "There is no such theme.");
    }
}

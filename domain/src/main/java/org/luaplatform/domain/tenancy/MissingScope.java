package org.luaplatform.domain.tenancy;

import org.luaplatform.domain.Forbidden;

/// The caller's key does not include what this needs.
public final class MissingScope extends Forbidden {

    public MissingScope(Scope scope) {
        super("missing-scope", "This needs an API key with the scope " + scope.text() + ".");
    }
}

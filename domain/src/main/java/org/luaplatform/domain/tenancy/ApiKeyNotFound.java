package org.luaplatform.domain.tenancy;

import org.luaplatform.domain.NotFound;

/// There is no such API key in the caller's organization.
public final class ApiKeyNotFound extends NotFound {

    public ApiKeyNotFound() {
        super("api-key-not-found", "There is no such API key.");
    }
}

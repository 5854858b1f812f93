package org.luaplatform.domain.learn;

import org.luaplatform.domain.NotFound;

/// There is no such form in the caller's organization.
public final class FormNotFound extends NotFound {

    public FormNotFound() {
        super("form-not-found", "There is no such form.");
    }
}

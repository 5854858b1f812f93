package org.luaplatform.domain.act;

import org.luaplatform.domain.NotFound;

/// There is no such rule in the caller's organization.
public final class RuleNotFound extends NotFound {

    public RuleNotFound() {
        super("rule-not-found", "There is no such rule.");
    }
}

package org.luaplatform.domain.act;

import org.luaplatform.domain.Text;

/// Names one rule.
public record RuleId(String value) {

    /// @throws RuleNotFound if no rule can have this name
    public RuleId {
        if (!Text.isId(value)) {
            throw new RuleNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

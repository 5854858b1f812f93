package org.luaplatform.adapters.memory.act;

import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.testing.RulesContract;

final class InMemoryRulesTest implements RulesContract {

    private final Rules rules = new InMemoryRules();

    @Override
    public Rules rules() {
        return rules;
    }
}

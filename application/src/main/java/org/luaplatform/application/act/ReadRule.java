package org.luaplatform.application.act;

import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.RuleNotFound;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at one of their organization's rules.
public final class ReadRule {

    public record Query(RuleId rule) {}

    private final Rules rules;

    public ReadRule(Rules rules) {
        this.rules = rules;
    }

    /// @throws RuleNotFound if the caller's organization has no such rule
    public Versioned<Rule> handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.RULES_READ);
        return rules.find(organization, query.rule()).orElseThrow(RuleNotFound::new);
    }
}

package org.luaplatform.application.act;

import org.luaplatform.domain.Expected;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A rule goes. What it has enqueued before goes out all the same.
public final class RemoveRule {

    public record Command(RuleId rule, Expected expected) {}

    private final Rules rules;

    public RemoveRule(Rules rules) {
        this.rules = rules;
    }

    /// @throws org.luaplatform.domain.act.RuleNotFound if the caller's organization has no such rule
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public void handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        rules.remove(organization, command.rule(), command.expected());
    }
}

package org.luaplatform.application.act;

import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks through their organization's rules, the newest first.
public final class ListRules {

    public record Query(OrganizationId organization, PageRequest page) {}

    private final Rules rules;

    public ListRules(Rules rules) {
        this.rules = rules;
    }

    public Page<Versioned<Rule>> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.RULES_READ, query.organization());
        return rules.list(query.organization(), query.page());
    }
}

package org.luaplatform.application.act;

import java.util.List;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A rule says something else from now on. What it has enqueued before goes out as it was.
public final class EditRule {

    public record Command(RuleId rule, RuleContent content, Expected expected) {}

    private final Rules rules;
    private final Destinations destinations;

    public EditRule(Rules rules, Destinations destinations) {
        this.rules = rules;
        this.destinations = destinations;
    }

    /// @throws org.luaplatform.domain.Invalid with every violation; destinations must exist, and conditions must be
    ///     about something that the trigger can look at
    /// @throws org.luaplatform.domain.act.RuleNotFound if the caller's organization has no such rule
    /// @throws org.luaplatform.domain.Stale if somebody else changed it since the caller read it
    public Versioned<Rule> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.RULES_WRITE);
        RuleContent content = command.content();
        List<DestinationId> receivers = content.check(organization, destinations);
        return rules.update(
                organization,
                command.rule(),
                command.expected(),
                rule -> rule.edited(
                        content.name(), content.enabled(), content.when(), content.conditions(), receivers));
    }
}

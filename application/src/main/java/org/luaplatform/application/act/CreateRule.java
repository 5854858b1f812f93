package org.luaplatform.application.act;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// An organization decides what it wants to be told, and where.
public final class CreateRule {

    /// @param id the new rule's id, for callers who must recognise a repeated request; empty for a new one
    public record Command(OrganizationId organization, RuleContent content, Optional<RuleId> id) {}

    private final Rules rules;
    private final Destinations destinations;
    private final IdGenerator ids;
    private final InstantSource clock;

    public CreateRule(Rules rules, Destinations destinations, IdGenerator ids, InstantSource clock) {
        this.rules = rules;
        this.destinations = destinations;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.Invalid with every violation; destinations must exist, and conditions must be
    ///     about something that the trigger can look at
    /// @throws org.luaplatform.domain.Conflict if the id is taken
    public Versioned<Rule> handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.RULES_WRITE, command.organization());
        RuleContent content = command.content();
        List<DestinationId> receivers = content.check(command.organization(), destinations);
        var rule = new Rule(
                command.id().orElseGet(() -> new RuleId(ids.next())),
                command.organization(),
                content.name(),
                content.enabled(),
                content.when(),
                content.conditions(),
                receivers,
                clock.instant());
        rules.add(rule);
        return new Versioned<>(rule, Revision.FIRST);
    }
}

package org.luaplatform.domain.act;

import java.time.Instant;
import java.util.List;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.tenancy.OrganizationId;

/// When something happens and all conditions hold, tell the destinations.
///
/// @param name what it is for, 1 to 100 characters
/// @param conditions all must hold; at most 20
/// @param destinations 1 to 20
public record Rule(
        RuleId id,
        OrganizationId organization,
        String name,
        boolean enabled,
        Trigger when,
        List<Condition> conditions,
        List<DestinationId> destinations,
        Instant createdAt) {

    public Rule {
        var violations = new Violations();
        String given = name;
        name = violations
                .attempt(Pointer.to("name"), () -> Text.required(given, 100, Pointer.ROOT))
                .orElse("");
        conditions = List.copyOf(conditions);
        destinations = destinations.stream().distinct().toList();
        violations.check(conditions.size() <= 20, Pointer.to("conditions"), "must be at most 20");
        violations.check(
                !destinations.isEmpty() && destinations.size() <= 20,
                Pointer.to("destinations"),
                "must name between 1 and 20 destinations");
        violations.throwIfAny();
    }

    public Rule edited(
            String name, boolean enabled, Trigger when, List<Condition> conditions, List<DestinationId> destinations) {
        return new Rule(id, organization, name, enabled, when, conditions, destinations, createdAt);
    }
}

package org.luaplatform.application.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.RuleMatching;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What somebody wants a rule to say.
///
/// @param destinations their ids
public record RuleContent(
        String name, boolean enabled, Trigger when, List<Condition> conditions, List<String> destinations) {

    public RuleContent {
        conditions = List.copyOf(conditions);
        destinations = List.copyOf(destinations);
    }

    /// The destinations, provided that the content makes sense in `organization`.
    ///
    /// @throws org.luaplatform.domain.Invalid with every violation
    List<DestinationId> check(OrganizationId organization, Destinations known) {
        var violations = new Violations();
        violations.attempt(Pointer.to("name"), () -> Text.required(name, 100, Pointer.ROOT));
        for (int i = 0; i < conditions.size(); i++) {
            violations.check(
                    RuleMatching.subjects(when).contains(conditions.get(i).subject()),
                    Pointer.to("conditions").child(i).child("field"),
                    "must be something that this kind of rule can look at");
        }
        List<DestinationId> found = List.of();
        if (violations.check(
                !destinations.isEmpty() && destinations.size() <= 20,
                Pointer.to("destinations"),
                "must name between 1 and 20 destinations")) {
            found = find(organization, known, violations);
        }
        violations.throwIfAny();
        return found;
    }

    private List<DestinationId> find(OrganizationId organization, Destinations known, Violations violations) {
        Pointer place = Pointer.to("destinations");
        var found = new ArrayList<DestinationId>();
        for (int i = 0; i < destinations.size(); i++) {
            Optional<DestinationId> id = Optional.of(destinations.get(i))
                    .filter(Text::isId)
                    .map(DestinationId::new)
                    .filter(candidate -> known.find(organization, candidate).isPresent());
            id.ifPresent(found::add);
            violations.check(id.isPresent(), place.child(i), "must be the id of a destination of this organization");
        }
        return found;
    }
}

package org.luaplatform.application.act;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.act.Rule;

/// The destination cannot go while rules send news there.
public final class DestinationInUse extends Conflict {

    DestinationInUse(List<Rule> rules) {
        super(
                "destination-in-use",
                "These rules still deliver to it: "
                        + rules.stream()
                                .map(rule -> "%s (%s)".formatted(rule.name(), rule.id()))
                                .collect(joining(", "))
                        + ".");
    }
}

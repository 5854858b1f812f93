package org.luaplatform.domain.act;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.luaplatform.domain.Conflict;

/// The destination cannot go while rules send news there.
public final class DestinationInUse extends Conflict {

    public DestinationInUse(List<Rule> rules) {
        super(
                "destination-in-use",
                "These rules still deliver to it: "
                        + rules.stream()
                                .map(rule -> "%s (%s)".formatted(rule.name(), rule.id()))
                                .collect(joining(", "))
                        + ".");
    }
}

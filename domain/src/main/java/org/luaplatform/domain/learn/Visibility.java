package org.luaplatform.domain.learn;

import java.util.Set;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// When a question is asked: only if an earlier one was answered with one of these values.
///
/// @param field the earlier question
/// @param in the values as [Answer#values] writes them: an option's key, `true` or `false`, a number, a date; 1 to
///     200 of them
public record Visibility(FieldKey field, Set<String> in) {

    public Visibility {
        var violations = new Violations();
        violations.check(!in.isEmpty() && in.size() <= 200, Pointer.to("in"), "must have between 1 and 200 values");
        violations.throwIfAny();
        in = Set.copyOf(in);
    }

    boolean holds(Answers answers) {
        return answers.find(field)
                .map(answer -> answer.values().stream().anyMatch(in::contains))
                .orElse(false);
    }
}

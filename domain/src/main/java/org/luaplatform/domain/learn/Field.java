package org.luaplatform.domain.learn;

import java.util.Optional;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// One question of a form.
///
/// @param label the question as it is read, 1 to 500 characters, in the form's own language
/// @param help a hint below it, at most 1,000 characters
/// @param required whether it must be answered wherever it is visible
/// @param visibleWhen the condition under which it is asked; empty for always
public record Field(
        FieldKey key,
        String label,
        Optional<String> help,
        boolean required,
        Optional<Visibility> visibleWhen,
        FieldType type) {

    public Field {
        var violations = new Violations();
        String givenLabel = label;
        label = violations
                .attempt(Pointer.to("label"), () -> Text.required(givenLabel, 500, Pointer.ROOT))
                .orElse("");
        help = help.flatMap(
                given -> violations.attempt(Pointer.to("help"), () -> Text.required(given, 1_000, Pointer.ROOT)));
        violations.throwIfAny();
    }
}

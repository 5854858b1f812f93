package org.luaplatform.domain.learn;

import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// One choice that a respondent can make.
///
/// @param key stable, like a field's key
/// @param label what the respondent reads, 1 to 500 characters
public record Option(FieldKey key, String label) {

    public Option {
        var violations = new Violations();
        String given = label;
        label = violations
                .attempt(Pointer.to("label"), () -> Text.required(given, 500, Pointer.ROOT))
                .orElse("");
        violations.throwIfAny();
    }
}

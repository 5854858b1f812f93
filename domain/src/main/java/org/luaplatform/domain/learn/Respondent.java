package org.luaplatform.domain.learn;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// Who gave the feedback, as far as the organization wants us to know.
///
/// @param ref the organization's own name for them, such as a customer number, 1 to 200 characters
/// @param attributes what else it tells about them, such as `plan: gold`; at most 30 names of 1 to 64 characters
///     without white space around them, with values of at most 500; a blank value says nothing and is left out
public record Respondent(String ref, Map<String, String> attributes) {

    public static final int MOST_ATTRIBUTES = 30;

    public Respondent {
        var violations = new Violations();
        String givenRef = ref;
        ref = violations
                .attempt(Pointer.to("ref"), () -> Text.required(givenRef, 200, Pointer.ROOT))
                .orElse("");
        Pointer place = Pointer.to("attributes");
        violations.check(
                attributes.size() <= MOST_ATTRIBUTES, place, "must be at most " + MOST_ATTRIBUTES + " attributes");
        attributes.forEach((name, value) -> {
            violations.check(
                    !name.isBlank() && name.length() <= 64 && name.equals(name.strip()),
                    place.child(name),
                    "must have a name of 1 to 64 characters without white space around it");
            violations.check(value.length() <= 500, place.child(name), "must have at most 500 characters");
        });
        violations.throwIfAny();
        Map<String, String> telling = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (!value.isBlank()) {
                telling.put(name, value.strip());
            }
        });
        attributes = Collections.unmodifiableMap(telling);
    }
}

package org.luaplatform.domain.tenancy;

import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a caller may be allowed to do.
public enum Scope {
    FORMS_READ("forms:read"),
    FORMS_WRITE("forms:write"),
    FEEDBACK_READ("feedback:read"),
    FEEDBACK_WRITE("feedback:write"),
    INSIGHTS_READ("insights:read"),
    INSIGHTS_WRITE("insights:write"),
    RULES_READ("rules:read"),
    RULES_WRITE("rules:write"),
    DELIVERIES_READ("deliveries:read"),
    DELIVERIES_WRITE("deliveries:write"),
    EVENTS_READ("events:read"),
    KEYS_READ("keys:read"),
    KEYS_WRITE("keys:write");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /// The scope as clients write it: `forms:read`.
    public String text() {
        return text;
    }

    public static Optional<Scope> of(String text) {
        return Stream.of(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}

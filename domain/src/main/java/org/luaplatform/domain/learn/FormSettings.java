package org.luaplatform.domain.learn;

import java.util.Set;
import java.util.regex.Pattern;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// Who may answer a form, and from where. Settings are no part of a version: a change holds at once.
///
/// @param open whether everybody may answer; otherwise it takes an API key of the organization
/// @param allowedOrigins the web origins (`https://shop.example`) whose pages may show and submit the form; empty
///     for all
public record FormSettings(boolean open, Set<String> allowedOrigins) {

    // First: the constants below are checked by it.
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]{1,253}");

    public static final FormSettings PUBLIC = new FormSettings(true, Set.of());

    public FormSettings {
        var violations = new Violations();
        Pointer place = Pointer.to("allowedOrigins");
        violations.check(allowedOrigins.size() <= 100, place, "must be at most 100 origins");
        for (String origin : allowedOrigins) {
            violations.check(
                    ORIGIN.matcher(origin).matches(),
                    place,
                    "must be web origins such as https://shop.example, without a path");
        }
        violations.throwIfAny();
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    public boolean allowsOrigin(String origin) {
        return allowedOrigins.isEmpty() || allowedOrigins.contains(origin);
    }
}

package org.luaplatform.adapters.http.act;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/// Stretches of time as clients write them, by ISO 8601: `P7D`, `PT12H`.
final class Windows {

    private Windows() {}

    static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    static String render(Duration window) {
        return window.toDays() > 0 && window.equals(Duration.ofDays(window.toDays()))
                ? "P" + window.toDays() + "D"
                : window.toString();
    }
}

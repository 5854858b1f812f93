package org.luaplatform.adapters.http.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads times that strangers wrote, with years of four digits: beyond those nobody means what they say, and stores
/// count in milliseconds.
final class Times {

    static final String INSTANT_RULE = "must be an instant such as 2026-11-25T10:00:00Z";
    static final String DATE_RULE = "must be a date such as 2026-11-25";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int DATE_LENGTH = 10;

    private Times() {}

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(Times::isUsual);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> isUsual(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// An instant, or a day, which begins at midnight UTC.
    static Optional<Instant> instantOrDay(String text) {
        return text.length() == DATE_LENGTH
                ? date(text).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                : instant(text);
    }

    private static boolean isUsual(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }
}

package org.luaplatform.adapters.http.act;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the header `Retry-After` ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-retry-after)).
final class RetryAfter {

    /// More than anybody waits, and few enough digits for a `long`.
    private static final int MOST_DIGITS = 10;

    private RetryAfter() {}

    /// How long to wait from `now` on; empty if the header says nothing that can be understood. A date that has
    /// passed means not at all.
    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

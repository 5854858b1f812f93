package org.luaplatform.adapters.http.act;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a receiver answered, as far as it is known.
///
/// @param retryAfter the header of that name
/// @param text the beginning of the body, if there is one
record WebhookAnswer(int status, Optional<String> retryAfter, Optional<String> text) {

    private static final int MOST_CHARACTERS = 500;

    /// Enough for as many characters of UTF-8.
    static final int MOST_BYTES = 4 * MOST_CHARACTERS;

    /// What an answer means for what comes next.
    enum Kind {
        SUCCESS,
        REDIRECT,
        /// Come again later, perhaps with a word about when.
        BUSY,
        /// Never come again.
        GONE,
        FAILURE
    }

    Kind kind() {
        return switch (status) {
            case 410 -> Kind.GONE;
            case 429, 503 -> Kind.BUSY;
            default ->
                switch (status / 100) {
                    case 2 -> Kind.SUCCESS;
                    case 3 -> Kind.REDIRECT;
                    default -> Kind.FAILURE;
                };
        };
    }

    /// This answer, whose body begins with the first `length` bytes of `body`.
    WebhookAnswer startingWith(byte[] body, int length) {
        return new WebhookAnswer(
                status, retryAfter, Optional.of(readable(new String(body, 0, length, StandardCharsets.UTF_8))));
    }

    /// The beginning of a text, without what would garble a screen.
    private static String readable(String text) {
        int end = Math.min(text.length(), MOST_CHARACTERS);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var readable = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            readable.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
        }
        return readable.toString();
    }
}

package org.luaplatform.adapters.http.edge;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The name under which a request is found again in logs, here and at whoever sent it.
final class RequestIds {

    static final HeaderName X_REQUEST_ID = HeaderNames.create("X-Request-Id");

    private static final int LONGEST = 128;

    private RequestIds() {}

    /// The caller's own name for the request if it is harmless, or else a new one.
    static String of(Headers headers) {
        if (headers.contains(X_REQUEST_ID)) {
            String given = headers.get(X_REQUEST_ID).get();
            if (isHarmless(given)) {
                return given;
            }
        }
        return create();
    }

    /// Nothing depends on it but finding a line in a log, so that it need not be hard to guess.
    static String create() {
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /// What goes into headers and logs unchanged must not be able to break either.
    private static boolean isHarmless(String given) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            boolean harmless = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!harmless) {
                return false;
            }
        }
        return true;
    }
}

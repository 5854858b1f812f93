package org.luaplatform.adapters.http.edge;

import java.util.Optional;

/// Reads numbers that strangers wrote.
final class Numbers {

    private Numbers() {}

    static Optional<Integer> parseInt(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}

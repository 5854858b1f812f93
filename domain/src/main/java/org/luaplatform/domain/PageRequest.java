package org.luaplatform.domain;

import java.util.Optional;

/// Which part of a list is wanted.
///
/// @param limit at most this many items, 1 to 200
/// @param after where the part before this one ended; empty for the first
public record PageRequest(int limit, Optional<Cursor> after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid(Pointer.to("limit"), "must be between 1 and " + MAX_LIMIT);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    public PageRequest after(Cursor cursor) {
        return new PageRequest(limit, Optional.of(cursor));
    }
}

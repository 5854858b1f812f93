package org.luaplatform.domain;

/// Makes the identifiers of new things.
@FunctionalInterface
public interface IdGenerator {

    /// A new identifier: 1 to 64 characters of `a-z` and `0-9`, never given before, and greater in string order
    /// than (nearly) all that were given earlier, so that identifiers sort by creation time.
    String next();
}

package org.luaplatform.domain.tenancy;

import java.util.regex.Pattern;

/// The SHA-256 of a secret token, as 64 lower-case hex digits. A token has 256 random bits, so that a fast hash is
/// enough: there is nothing to guess.
public record TokenHash(String hex) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public TokenHash {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hex");
        }
    }
}

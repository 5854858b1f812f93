package org.luaplatform.domain.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The secret that an API key's holder presents: `lua_` and 64 hex digits (256 random bits). The prefix lets secret
/// scanners recognise a leaked one. Its text is never stored and never logged.
public final class ApiToken {

    private static final Pattern SHAPE = Pattern.compile("lua_[0-9a-f]{64}");

    private final String secret;

    private ApiToken(String secret) {
        this.secret = secret;
    }

    /// @param random a cryptographically strong source
    public static ApiToken create(RandomGenerator random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new ApiToken("lua_" + HexFormat.of().formatHex(bits));
    }

    /// The token that was presented, if it has the shape of one.
    public static Optional<ApiToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiToken(text)) : Optional.empty();
    }

    public TokenHash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The text to show to the key's maker, once.
    public String reveal() {
        return secret;
    }

    /// Keeps the secret out of logs and messages.
    @Override
    public String toString() {
        return "lua_…";
    }
}

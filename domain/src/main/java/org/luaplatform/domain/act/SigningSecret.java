package org.luaplatform.domain.act;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// What we and a receiver sign and check messages with: `whsec_` and the base 64 of 24 to 64 bytes, as [Standard
/// Webhooks](https://www.standardwebhooks.com) wants it. Its text is shown once, stored sealed and never logged.
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int BYTES_OF_OURS = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /// @param random a cryptographically strong source
    public static SigningSecret create(RandomGenerator random) {
        byte[] key = new byte[BYTES_OF_OURS];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /// A secret that somebody chose, with or without its prefix.
    ///
    /// @throws Invalid at the root if it is not base 64, or too short to be safe, or too long
    public static SigningSecret parse(String text) {
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Invalid(Pointer.ROOT, "must be whsec_ followed by base 64");
        }
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new Invalid(
                    Pointer.ROOT, "must be the base 64 of %d to %d bytes".formatted(FEWEST_BYTES, MOST_BYTES));
        }
        return new SigningSecret(key);
    }

    /// The bytes to sign with.
    public byte[] key() {
        return key.clone();
    }

    /// The text to show to whoever may know it.
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /// Keeps the secret out of logs and messages.
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

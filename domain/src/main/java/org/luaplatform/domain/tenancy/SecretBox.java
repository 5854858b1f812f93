package org.luaplatform.domain.tenancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts the secrets that we must be able to read again, such as a webhook's signing secret, with
/// AES-256-GCM under the installation's key. Each secret is bound to its owner: moved to another owner's record, it
/// does not open.
public final class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /// @param key 32 secret bytes
    /// @param random a cryptographically strong source
    public SecretBox(byte[] key, RandomGenerator random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the installation's key has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    public SealedSecret seal(String secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new SealedSecret(Base64.getEncoder().encodeToString(both));
    }

    /// @throws IllegalStateException if the secret was sealed under another key or for another owner, or is damaged
    public String open(SealedSecret secret, String owner) {
        ByteBuffer both = decode(secret);
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] sealed = new byte[both.remaining()];
        both.get(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, owner, sealed), StandardCharsets.UTF_8);
    }

    private static ByteBuffer decode(SealedSecret secret) {
        byte[] both;
        try {
            both = Base64.getDecoder().decode(secret.base64());
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException("the secret is damaged", damaged);
        }
        if (both.length < NONCE_BYTES) {
            throw new IllegalStateException("the secret is damaged");
        }
        return ByteBuffer.wrap(both);
    }

    private byte[] crypt(int mode, byte[] nonce, String owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the secret does not open with this installation's key", failure);
        }
    }
}

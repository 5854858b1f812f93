package org.luaplatform.domain.tenancy;

/// A secret that only [SecretBox] can read: nonce, ciphertext and tag in base 64.
public record SealedSecret(String base64) {

    @Override
    public String toString() {
        return "SealedSecret";
    }
}

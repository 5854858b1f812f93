package org.luaplatform.adapters.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Something that Redis does as one indivisible step.
///
/// @param name for people who read traces
/// @param text in Redis's Lua
/// @param digest by which Redis knows it once it has run
record Script(String name, String text, String digest) {

    static Script of(String name, String text) {
        return new Script(name, text, sha1(text));
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}

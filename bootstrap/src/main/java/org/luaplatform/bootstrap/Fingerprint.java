package org.luaplatform.bootstrap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Document;

/// What tells one set of documents from another, whatever order the documents and their fields come in: how many
/// there are, and the sum of their hashes.
record Fingerprint(long count, long first, long second) {

    static final Fingerprint NOTHING = new Fingerprint(0, 0, 0);

    static Fingerprint of(Document document) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(canonical(document).getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(1, hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Fingerprint plus(Fingerprint other) {
        return new Fingerprint(count + other.count, first + other.first, second + other.second);
    }

    private static String canonical(Object value) {
        return switch (value) {
            case Document document ->
                new TreeMap<>(document.fields())
                        .entrySet().stream()
                                .map(field -> field.getKey() + "=" + canonical(field.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Fingerprint::canonical).collect(Collectors.joining(",", "[", "]"));
            // Lengths keep values apart whatever characters are in them.
            default -> value.toString().length() + ":" + value;
        };
    }
}

package org.luaplatform.application.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.ImportedRow;

/// Names the rows of one file so that the same row has the same name in every import of that file, wherever it
/// stands. A row that the file names itself keeps that name. Any other is named by its content and by how many rows
/// of the same content came before: two people who said the same are two, and importing them again makes no four.
final class RowKeys {

    /// Counting contents takes memory, some 60 bytes for each.
    private static final int MOST_CONTENTS = 1_000_000;

    private final Map<Long, Integer> seen = new HashMap<>();

    /// @throws Invalid if there are too many different rows without a key of their own
    String key(ImportedRow row) {
        return row.key().orElseGet(() -> {
            byte[] hash = sha256(row.content());
            if (seen.size() >= MOST_CONTENTS) {
                throw new Invalid(
                        Pointer.ROOT,
                        "is one of more than " + MOST_CONTENTS
                                + " rows without a key: map a column that tells them apart to rowKey");
            }
            int occurrence = seen.merge(ByteBuffer.wrap(hash).getLong(), 1, Integer::sum);
            return HexFormat.of().formatHex(hash) + "-" + occurrence;
        });
    }

    static String fingerprint(ImportedRow row) {
        return HexFormat.of().formatHex(sha256(row.content()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

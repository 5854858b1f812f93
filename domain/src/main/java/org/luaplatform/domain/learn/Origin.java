package org.luaplatform.domain.learn;

import java.util.Optional;

/// How a piece of feedback is recognised when it arrives a second time. Within one form no two pieces have the same
/// key.
///
/// @param key the client's idempotency key behind `request:`, or the row's key or content hash behind `row:`
/// @param fingerprint a hash of what was sent, which tells a repetition from another content under the same key
/// @param importId the import that brought it, if one did
public record Origin(String key, String fingerprint, Optional<ImportId> importId) {

    private static final String ROW = "row:";

    public static Origin ofRequest(String idempotencyKey, String fingerprint) {
        return new Origin("request:" + idempotencyKey, fingerprint, Optional.empty());
    }

    public static Origin ofRow(String rowKey, String fingerprint, ImportId importId) {
        return new Origin(ROW + rowKey, fingerprint, Optional.of(importId));
    }

    /// What an imported row was told by; empty for anything else.
    public String rowKey() {
        return key.startsWith(ROW) ? key.substring(ROW.length()) : "";
    }
}

package org.luaplatform.domain.learn;

/// How the rows of an imported or exported file are written.
public enum ImportFormat {
    /// RFC 4180, UTF-8, with a header row.
    CSV,
    /// One JSON object a line, UTF-8.
    NDJSON
}

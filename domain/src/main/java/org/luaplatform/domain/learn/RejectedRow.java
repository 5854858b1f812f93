package org.luaplatform.domain.learn;

import java.util.List;
import org.luaplatform.domain.Violation;

/// A row of an import that was not taken, and why.
///
/// @param line where it begins in the file, counted from 1
/// @param text the row as it stands there, at most 10,000 characters of it
public record RejectedRow(long line, String text, List<Violation> violations) {

    public RejectedRow {
        violations = List.copyOf(violations);
    }
}

package org.luaplatform.domain.learn;

import java.util.regex.Pattern;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// A question's stable name within its form. The wording of a question may change; its key does not, so that
/// answers of different years stay comparable.
///
/// @param value a letter, then up to 63 letters, digits, `_` or `-`
public record FieldKey(String value) implements Comparable<FieldKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    public FieldKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new Invalid(
                    Pointer.ROOT, "must be a letter followed by at most 63 letters, digits, underscores or hyphens");
        }
    }

    @Override
    public int compareTo(FieldKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

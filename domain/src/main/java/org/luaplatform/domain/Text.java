package org.luaplatform.domain;

/// Rules that constrained texts share.
public final class Text {

    private Text() {}

    /// Answers `text` without surrounding white space.
    ///
    /// @throws Invalid at `pointer` if nothing is left, or more than `longest` characters (UTF-16 units) are
    public static String required(String text, int longest, Pointer pointer) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new Invalid(pointer, "must not be blank");
        }
        if (stripped.length() > longest) {
            throw new Invalid(pointer, "must have at most " + longest + " characters");
        }
        return stripped;
    }

    /// Identifiers as [IdGenerator] makes them.
    public static boolean isId(String value) {
        if (value.isEmpty() || value.length() > 64) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}

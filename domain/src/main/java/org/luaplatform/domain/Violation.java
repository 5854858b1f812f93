package org.luaplatform.domain;

/// One rule that an input breaks.
///
/// @param pointer where in the input
/// @param message what is wrong, as the end of a sentence that begins with the place: "must be at most 5"
public record Violation(Pointer pointer, String message) {

    @Override
    public String toString() {
        return pointer + " " + message;
    }
}

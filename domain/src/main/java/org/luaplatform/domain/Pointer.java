package org.luaplatform.domain;

/// A place in an input, written as a JSON Pointer (RFC 6901): `/answers/score`. The empty pointer is the whole
/// input.
public record Pointer(String value) {

    public static final Pointer ROOT = new Pointer("");

    public Pointer {
        if (!value.isEmpty() && value.charAt(0) != '/') {
            throw new IllegalArgumentException("a pointer is empty or starts with a slash: " + value);
        }
    }

    public static Pointer to(String first) {
        return ROOT.child(first);
    }

    public Pointer child(String name) {
        return new Pointer(value + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    public Pointer child(int index) {
        return new Pointer(value + "/" + index);
    }

    /// This place, and from there on along `rest`.
    public Pointer append(Pointer rest) {
        return new Pointer(value + rest.value);
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "/" : value;
    }
}

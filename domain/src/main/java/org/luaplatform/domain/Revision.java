package org.luaplatform.domain;

/// How many times a stored thing has been changed: 0 when it was added, and one more with each update.
public record Revision(long value) {

    public static final Revision FIRST = new Revision(0);

    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("a revision is not negative: " + value);
        }
    }

    public Revision next() {
        return new Revision(value + 1);
    }
}

package org.luaplatform.domain.understand;

import java.util.Optional;

/// Whether somebody should look at a piece of feedback soon.
///
/// @param because the words that say so; empty for [Level#NONE]
public record Urgency(Level level, Optional<String> because) implements Comparable<Urgency> {

    public static final Urgency NONE = new Urgency(Level.NONE, Optional.empty());

    public enum Level {
        NONE,
        LOW,
        HIGH
    }

    @Override
    public int compareTo(Urgency other) {
        return level.compareTo(other.level);
    }
}

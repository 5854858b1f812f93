package org.luaplatform.domain.understand;

import java.util.OptionalDouble;

/// What a theme amounts to in a period.
///
/// @param size how many pieces of feedback belong to it
/// @param feedback how many pieces of feedback there are, with and without the theme
/// @param sentiments how those of the theme feel
/// @param impact what the theme does to the mean satisfaction, in points of 0 to 100: the mean of all scored
///     feedback less the mean of the scored feedback without the theme. Below 0 it costs points, above it brings
///     some; empty if there are no scores with or none without the theme
/// @param trend how its size compares with the period of equal length before
/// @param recommendation what to do about it, with the evidence
public record ThemeSummary(
        Theme theme,
        long size,
        long feedback,
        Statistic.Sentiments sentiments,
        OptionalDouble impact,
        Trend trend,
        Recommendation recommendation) {

    /// The part of all feedback that belongs to the theme, 0 to 1.
    public double share() {
        return feedback == 0 ? 0 : (double) size / feedback;
    }

    /// How a theme develops. Its share is what is compared, so that a theme does not seem to grow when all feedback
    /// does.
    ///
    /// @param before the size in the period before
    /// @param shareBefore the share in the period before, 0 to 1
    public record Trend(Direction direction, long before, double shareBefore) {

        public enum Direction {
            /// Not mentioned in the period before, and now by more people than chance explains.
            NEW,
            /// A greater share than before, by more than chance explains.
            RISING,
            /// About the same share, or too few to tell.
            STEADY,
            /// A smaller share than before, by more than chance explains.
            FALLING,
            /// The theme was found so lately that not all earlier feedback was looked through for it.
            TOO_EARLY
        }

        /// How much the size grew, in percent of what it was; empty if it was nothing.
        public OptionalDouble growth(long size) {
            return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (size - before) / before);
        }
    }

    /// @param text one or two plain sentences that cite their evidence: numbers and somebody's words
    /// @param sureness how far the numbers carry
    public record Recommendation(String text, Sureness sureness) {

        public enum Sureness {
            /// Fewer than 5 voices: anecdotes.
            ANECDOTAL,
            /// Fewer than 30 voices: worth a look, but figures may turn.
            EARLY,
            SOLID
        }
    }
}

package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.List;

/// A figure over time, and over the whole period.
///
/// @param points one for each interval, in order and without gaps: an interval in which nothing was said counts
///     nothing
public record Series(List<Point> points, Statistic total) {

    public Series {
        points = List.copyOf(points);
    }

    /// @param start when the interval begins
    public record Point(Instant start, Statistic statistic) {}
}

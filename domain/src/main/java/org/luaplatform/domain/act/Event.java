package org.luaplatform.domain.act;

import java.time.Duration;
import java.time.Instant;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.ThemeId;

/// Something that a rule can act on, as it was at that moment.
public sealed interface Event {

    Instant at();

    /// What subscribers and receivers know it as, such as `feedback.analysed`.
    default String type() {
        return switch (this) {
            case FeedbackAnalysed _ -> "feedback.analysed";
            case ThemeChanged _ -> "theme.changed";
            case MetricCrossed _ -> "metric.crossed";
            case Test _ -> "destination.test";
        };
    }

    record FeedbackAnalysed(FeedbackEntry entry, Instant at) implements Event {}

    record ThemeChanged(
            ThemeId theme,
            String label,
            Trigger.ThemeMeasure measure,
            double value,
            double bound,
            Duration window,
            Instant at)
            implements Event {}

    record MetricCrossed(
            Trigger.Metric metric, Trigger.Direction direction, double value, double bound, Duration window, Instant at)
            implements Event {}

    /// Sent by hand, to see whether a destination hears us.
    record Test(Instant at) implements Event {}
}

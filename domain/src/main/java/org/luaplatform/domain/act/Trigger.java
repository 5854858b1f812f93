package org.luaplatform.domain.act;

import java.time.Duration;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// What a rule waits for.
public sealed interface Trigger {

    /// A piece of feedback was understood.
    record FeedbackAnalysed() implements Trigger {}

    /// A figure of any one theme, over the last `window`, reaches `atLeast`. It is told once, and again only after
    /// the figure had fallen below in between.
    ///
    /// @param atLeast above 0; for [ThemeMeasure#SIZE] a number of feedbacks, for [ThemeMeasure#SHARE] and
    ///     [ThemeMeasure#TREND] percent
    /// @param window in whole UTC days, today included: what feedback talks about is counted by the day
    record ThemeCrossed(ThemeMeasure measure, double atLeast, Duration window) implements Trigger {
        public ThemeCrossed {
            var violations = new Violations();
            violations.check(
                    atLeast > 0 && Double.isFinite(atLeast), Pointer.to("atLeast"), "must be a number above 0");
            check(window, violations);
        }
    }

    /// A figure over all feedback (that the rule's conditions on form, channel and language let through) of the
    /// last `window` is beyond `bound` in `direction`. It is told once, and again only after the figure had come
    /// back in between. A mean or a share of nothing is neither.
    ///
    /// @param bound in the metric's own unit
    record MetricCrossed(Metric metric, Direction direction, double bound, Duration window) implements Trigger {
        public MetricCrossed {
            var violations = new Violations();
            violations.check(Double.isFinite(bound), Pointer.to("bound"), "must be a number");
            check(window, violations);
        }
    }

    enum ThemeMeasure {
        /// How many feedbacks mention it.
        SIZE,
        /// Which part of all feedbacks mentions it.
        SHARE,
        /// How much its size grew against the period before. A theme that was not there before counts as if one
        /// piece of feedback had mentioned it.
        TREND
    }

    enum Metric {
        /// Feedbacks.
        VOLUME,
        /// −100 to 100.
        NPS,
        /// Percent of answers that are 4 or 5.
        CSAT,
        /// Mean, 1 to 7.
        CES,
        /// Mean sentiment score, −1 to 1.
        SENTIMENT,
        /// Percent of the assessed feedbacks that are negative.
        NEGATIVE_SHARE
    }

    enum Direction {
        ABOVE,
        BELOW
    }

    private static void check(Duration window, Violations violations) {
        violations.check(
                window.compareTo(Duration.ofHours(1)) >= 0 && window.compareTo(Duration.ofDays(366)) <= 0,
                Pointer.to("window"),
                "must be between 1 hour and 366 days");
        violations.throwIfAny();
    }
}

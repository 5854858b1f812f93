package org.luaplatform.bootstrap.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.understand.AnalysisQueue;

/// Turns what the use cases tell into metrics. docs/monitoring.md lists them all.
public final class Metrics implements Signals {

    static final String SCOPE = "org.luaplatform";

    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("lua.channel");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("lua.outcome");
    private static final AttributeKey<String> WORKER = AttributeKey.stringKey("lua.worker");

    /// From a blink to an hour: both a fresh insight and a long backlog must be seen.
    private static final List<Double> WAITED_SECONDS =
            List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0);

    private static final List<Double> ATTEMPT_SECONDS = List.of(0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0);

    private static final System.Logger LOG = System.getLogger(Metrics.class.getName());

    private final Meter meter;
    private final LongCounter collected;
    private final LongCounter analysed;
    private final DoubleHistogram waited;
    private final LongCounter analysisFailed;
    private final LongCounter counted;
    private final LongCounter enqueued;
    private final DoubleHistogram attempts;
    private final LongCounter workerFailures;

    public Metrics(OpenTelemetry telemetry) {
        meter = telemetry.getMeter(SCOPE);
        collected = meter.counterBuilder("lua.feedback.collected")
                .setUnit("{feedback}")
                .setDescription("Feedback that was acknowledged")
                .build();
        analysed = meter.counterBuilder("lua.feedback.analysed")
                .setUnit("{feedback}")
                .setDescription("Feedback that has its insight")
                .build();
        waited = meter.histogramBuilder("lua.analysis.delay")
                .setUnit("s")
                .setDescription("From the receipt of feedback to its insight")
                .setExplicitBucketBoundariesAdvice(WAITED_SECONDS)
                .build();
        analysisFailed = meter.counterBuilder("lua.analysis.failures")
                .setUnit("{attempt}")
                .setDescription("Attempts to analyse that failed, and whether they were the last")
                .build();
        counted = meter.counterBuilder("lua.feedback.counted")
                .setUnit("{feedback}")
                .setDescription("Feedback that was counted into statistics and themes")
                .build();
        enqueued = meter.counterBuilder("lua.deliveries.enqueued")
                .setUnit("{delivery}")
                .setDescription("Deliveries that rules asked for")
                .build();
        attempts = meter.histogramBuilder("lua.delivery.attempt.duration")
                .setUnit("s")
                .setDescription("Attempts to deliver, by what came of them")
                .setExplicitBucketBoundariesAdvice(ATTEMPT_SECONDS)
                .build();
        workerFailures = meter.counterBuilder("lua.worker.failures")
                .setUnit("{round}")
                .setDescription("Rounds that a worker could not do")
                .build();
    }

    /// Has the depth and age of the queues looked up each time metrics are collected.
    public void watch(AnalysisQueue analysis, Deliveries deliveries, InstantSource clock) {
        gauge("lua.analysis.pending", "{feedback}", "Feedback that awaits analysis", () ->
                (double) analysis.backlog().pending());
        gauge("lua.analysis.parked", "{feedback}", "Feedback whose analysis was given up", () ->
                (double) analysis.backlog().failed());
        gauge(
                "lua.analysis.oldest",
                "s",
                "How long the longest waiting feedback waits",
                () -> age(clock, analysis.backlog().oldest().orElse(clock.instant())));
        gauge("lua.deliveries.pending", "{delivery}", "Deliveries on their way", () ->
                (double) deliveries.figures().pending());
        gauge("lua.deliveries.dead", "{delivery}", "Deliveries that were given up", () ->
                (double) deliveries.figures().dead());
        gauge(
                "lua.deliveries.oldest",
                "s",
                "How long the longest due delivery is due",
                () -> age(clock, deliveries.figures().oldestDue().orElse(clock.instant())));
    }

    private void gauge(String name, String unit, String description, Supplier<Double> value) {
        meter.gaugeBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .buildWithCallback(measurement -> measurement.record(value.get()));
    }

    private static double age(InstantSource clock, Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1_000.0;
    }

    @Override
    public void collected(String channel, int count) {
        collected.add(count, Attributes.of(CHANNEL, channel));
    }

    @Override
    public void analysed(int count, Duration delay) {
        analysed.add(count);
        waited.record(delay.toMillis() / 1_000.0);
    }

    @Override
    public void analysisFailed(boolean forGood) {
        analysisFailed.add(1, Attributes.of(OUTCOME, forGood ? "parked" : "retry"));
    }

    @Override
    public void counted(int count) {
        counted.add(count);
    }

    @Override
    public void enqueued(int count) {
        enqueued.add(count);
    }

    @Override
    public void attempted(String outcome, Duration duration) {
        attempts.record(duration.toMillis() / 1_000.0, Attributes.of(OUTCOME, outcome));
    }

    @Override
    public void workerFailed(String worker, RuntimeException failure) {
        workerFailures.add(1, Attributes.of(WORKER, worker));
        LOG.log(System.Logger.Level.WARNING, "The " + worker + " worker could not do its round", failure);
    }
}

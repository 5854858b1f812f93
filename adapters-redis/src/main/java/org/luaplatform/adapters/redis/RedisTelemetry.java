package org.luaplatform.adapters.redis;

import static io.opentelemetry.semconv.DbAttributes.DB_NAMESPACE;
import static io.opentelemetry.semconv.DbAttributes.DB_OPERATION_NAME;
import static io.opentelemetry.semconv.DbAttributes.DB_STORED_PROCEDURE_NAME;
import static io.opentelemetry.semconv.DbAttributes.DB_SYSTEM_NAME;
import static io.opentelemetry.semconv.ErrorAttributes.ERROR_TYPE;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_ADDRESS;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_PORT;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;

/// Tells of each command by a span and a measurement, under the names of the [semantic
/// conventions](https://opentelemetry.io/docs/specs/semconv/db/redis/).
final class RedisTelemetry {

    private static final String SCOPE = "org.luaplatform.adapters.redis";
    private static final double NANOS_PER_SECOND = 1e9;

    /// The boundaries that the semantic conventions advise for database calls, in seconds.
    private static final List<Double> BOUNDARIES = List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

    private final Tracer tracer;
    private final DoubleHistogram durations;
    private final Attributes place;

    RedisTelemetry(OpenTelemetry telemetry, List<RedisURI> uris) {
        this.tracer = telemetry.getTracer(SCOPE);
        this.durations = telemetry
                .getMeter(SCOPE)
                .histogramBuilder("db.client.operation.duration")
                .setDescription("Duration of database client operations.")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
        this.place = place(uris);
    }

    Command start(String operation) {
        return new Command(place.toBuilder().put(DB_OPERATION_NAME, operation).build());
    }

    Command start(String operation, Script script) {
        return new Command(place.toBuilder()
                .put(DB_OPERATION_NAME, operation)
                .put(DB_STORED_PROCEDURE_NAME, script.name())
                .build());
    }

    /// Which of several nodes answers is the driver's business.
    private static Attributes place(List<RedisURI> uris) {
        AttributesBuilder place = Attributes.builder().put(DB_SYSTEM_NAME, "redis");
        if (uris.size() == 1) {
            RedisURI uri = uris.getFirst();
            place.put(DB_NAMESPACE, Integer.toString(uri.getDatabase()));
            if (uri.getSentinels().isEmpty()) {
                place.put(SERVER_ADDRESS, uri.getHost()).put(SERVER_PORT, (long) uri.getPort());
            }
        }
        return place.build();
    }

    /// A command on its way.
    final class Command {

        private final Attributes attributes;
        private final Span span;
        private final long start = System.nanoTime();

        private Command(Attributes attributes) {
            this.attributes = attributes;
            this.span = tracer.spanBuilder(String.valueOf(attributes.get(DB_OPERATION_NAME)))
                    .setSpanKind(SpanKind.CLIENT)
                    .setAllAttributes(attributes)
                    .startSpan();
        }

        void succeeded() {
            end(attributes);
        }

        void failed(Throwable failure) {
            String type = type(failure);
            span.setStatus(StatusCode.ERROR).setAttribute(ERROR_TYPE, type);
            end(attributes.toBuilder().put(ERROR_TYPE, type).build());
        }

        private void end(Attributes measured) {
            durations.record((System.nanoTime() - start) / NANOS_PER_SECOND, measured);
            span.end();
        }

        /// Redis begins its errors with a word that says which it is, such as `NOSCRIPT`.
        private static String type(Throwable failure) {
            String message = failure.getMessage();
            if (failure instanceof RedisCommandExecutionException && message != null) {
                int blank = message.indexOf(' ');
                return blank < 0 ? message : message.substring(0, blank);
            }
            return failure.getClass().getName();
        }
    }
}

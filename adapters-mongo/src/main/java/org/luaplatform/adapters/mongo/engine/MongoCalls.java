package org.luaplatform.adapters.mongo.engine;

import static io.opentelemetry.semconv.DbAttributes.DB_COLLECTION_NAME;
import static io.opentelemetry.semconv.DbAttributes.DB_NAMESPACE;
import static io.opentelemetry.semconv.DbAttributes.DB_OPERATION_NAME;
import static io.opentelemetry.semconv.DbAttributes.DB_RESPONSE_STATUS_CODE;
import static io.opentelemetry.semconv.DbAttributes.DB_SYSTEM_NAME;
import static io.opentelemetry.semconv.ErrorAttributes.ERROR_TYPE;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_ADDRESS;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_PORT;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.ServerAddress;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.luaplatform.domain.Unavailable;
import org.reactivestreams.Publisher;

/// The one place where MongoDB is called and waited for: here each call gets its span, its measurement and its
/// deadline, and a failure becomes what the rest of the product understands.
final class MongoCalls {

    private static final String SCOPE = "org.luaplatform.adapters.mongo";
    private static final double NANOS_PER_SECOND = 1e9;

    /// The boundaries that the semantic conventions advise for database calls, in seconds.
    private static final List<Double> BOUNDARIES = List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

    private final Tracer tracer;
    private final DoubleHistogram durations;
    private final Reachability reachability;
    private final Duration patience;

    /// @param patience how long a caller waits for an answer, or for the next item of a stream
    MongoCalls(OpenTelemetry telemetry, Reachability reachability, Duration patience) {
        this.tracer = telemetry.getTracer(SCOPE);
        this.durations = telemetry
                .getMeter(SCOPE)
                .histogramBuilder("db.client.operation.duration")
                .setDescription("Duration of database client operations.")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
        this.reachability = reachability;
        this.patience = patience;
    }

    /// How long a caller waits for an answer.
    Duration patience() {
        return patience;
    }

    /// The first item, if there is one.
    <T> Optional<T> first(String operation, MongoNamespace place, Publisher<T> publisher) {
        return watched(operation, place, () -> {
            try (Arrivals<T> arrivals = Arrivals.of(publisher, 2)) {
                Optional<T> item = arrivals.next(patience);
                // Whatever the driver still does behind the item belongs to the call as well.
                if (item.isPresent()) {
                    arrivals.next(patience);
                }
                return item;
            }
        });
    }

    /// All items, of which the caller knows that they are few.
    <T> List<T> all(String operation, MongoNamespace place, Publisher<T> publisher) {
        return watched(operation, place, () -> {
            try (Arrivals<T> arrivals = Arrivals.of(publisher, Integer.MAX_VALUE)) {
                List<T> items = new ArrayList<>();
                for (var item = arrivals.next(patience); item.isPresent(); item = arrivals.next(patience)) {
                    items.add(item.get());
                }
                return items;
            }
        });
    }

    /// All items, however many they are, with at most `demand` of them on their way. Its span and its measurement
    /// end when the first has arrived. The stream is to be closed; its reader waits for each further item no longer
    /// than for a call.
    <T> Stream<T> stream(String operation, MongoNamespace place, Publisher<T> publisher, int demand) {
        return watched(operation, place, () -> {
            Arrivals<T> arrivals = Arrivals.of(publisher, demand);
            var pulled = new Pulled<>(arrivals, arrivals.next(patience));
            return StreamSupport.stream(pulled, false).onClose(arrivals::close);
        });
    }

    private <T> T watched(String operation, MongoNamespace place, Call<T> call) {
        ServerAddress server = reachability.address();
        Span span = tracer.spanBuilder(operation + " " + place.getCollectionName())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(DB_SYSTEM_NAME, "mongodb")
                .setAttribute(DB_OPERATION_NAME, operation)
                .setAttribute(DB_COLLECTION_NAME, place.getCollectionName())
                .setAttribute(DB_NAMESPACE, place.getDatabaseName())
                .setAttribute(SERVER_ADDRESS, server.getHost())
                .setAttribute(SERVER_PORT, (long) server.getPort())
                .startSpan();
        AttributesBuilder measured = Attributes.builder()
                .put(DB_SYSTEM_NAME, "mongodb")
                .put(DB_OPERATION_NAME, operation)
                .put(DB_COLLECTION_NAME, place.getCollectionName())
                .put(DB_NAMESPACE, place.getDatabaseName())
                .put(SERVER_ADDRESS, server.getHost())
                .put(SERVER_PORT, (long) server.getPort());
        long start = System.nanoTime();
        try (Scope _ = span.makeCurrent()) {
            reachability.check();
            return call.run();
        } catch (MongoException | TimeoutException | InterruptedException | Unavailable failure) {
            note(failure, span, measured);
            throw Failures.translated(failure);
        } finally {
            durations.record((System.nanoTime() - start) / NANOS_PER_SECOND, measured.build());
            span.end();
        }
    }

    /// A key that is there already is an answer that callers reckon with, and no error of the database.
    private static void note(Exception failure, Span span, AttributesBuilder measured) {
        String type = Failures.type(failure);
        if (Failures.isDuplicateKey(failure)) {
            span.setAttribute(DB_RESPONSE_STATUS_CODE, type);
        } else {
            span.setStatus(StatusCode.ERROR).setAttribute(ERROR_TYPE, type);
            measured.put(ERROR_TYPE, type);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws TimeoutException, InterruptedException;
    }

    /// Takes the items one by one, as its reader asks for them.
    private final class Pulled<T> extends AbstractSpliterator<T> {

        private final Arrivals<T> arrivals;
        private Optional<T> ahead;

        /// @param first the item that has arrived already
        Pulled(Arrivals<T> arrivals, Optional<T> first) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.arrivals = arrivals;
            this.ahead = first;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Optional<T> item = ahead.isPresent() ? ahead : next();
            ahead = Optional.empty();
            item.ifPresent(action);
            return item.isPresent();
        }

        private Optional<T> next() {
            try {
                return arrivals.next(patience);
            } catch (MongoException | TimeoutException | InterruptedException failure) {
                throw Failures.translated(failure);
            }
        }
    }
}

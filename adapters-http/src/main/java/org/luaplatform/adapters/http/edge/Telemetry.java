package org.luaplatform.adapters.http.edge;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A server span and the standard metrics of each request, by the [semantic
/// conventions](https://opentelemetry.io/docs/specs/semconv/http/). Labels are bounded: a caller can invent neither
/// a route nor a method.
final class Telemetry {

    private static final String SCOPE = "org.luaplatform.http";
    private static final String OTHER = "_OTHER";

    /// Nginx's word for a client that left before it was answered; no standard has one.
    private static final int CLIENT_LEFT = 499;

    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY");
    private static final List<Double> SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
    private static final TextMapGetter<Headers> HEADERS = (headers, name) ->
            headers == null ? null : headers.first(HeaderNames.create(name)).orElse(null);
    private static final AttributeKey<Long> STATUS = HttpAttributes.HTTP_RESPONSE_STATUS_CODE;

    private final ClientAddresses addresses;
    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final DoubleHistogram duration;
    private final LongUpDownCounter active;
    private final LongCounter early;
    private final Map<Labels, Attributes> attributes = new ConcurrentHashMap<>();

    Telemetry(OpenTelemetry openTelemetry, ClientAddresses addresses) {
        this.addresses = addresses;
        tracer = openTelemetry.getTracer(SCOPE);
        propagator = openTelemetry.getPropagators().getTextMapPropagator();
        Meter meter = openTelemetry.getMeter(SCOPE);
        duration = meter.histogramBuilder("http.server.request.duration")
                .setUnit("s")
                .setDescription("Duration of HTTP server requests.")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
        active = meter.upDownCounterBuilder("http.server.active_requests")
                .setUnit("{request}")
                .setDescription("Number of active HTTP server requests.")
                .build();
        early = meter.counterBuilder("luaplatform.http.early_refusals")
                .setUnit("{request}")
                .setDescription("Requests that were refused before they could be read.")
                .build();
    }

    /// Has a request served while its span is current on this thread.
    ///
    /// @param route empty if there is none
    void observe(ServerRequest request, Optional<Route> route, Serving serving) {
        var observation = new Observation(request, route.map(Route::template).orElse(null));
        try (Scope _ = observation.span.makeCurrent()) {
            try {
                observation.answered(serving.serve(observation));
            } finally {
                // While the span is current, so that the measurement carries it as its exemplar.
                observation.measure();
            }
        } finally {
            observation.span.end();
        }
    }

    /// Serves a request, and answers which status was sent.
    @FunctionalInterface
    interface Serving {
        int serve(Observation observation);
    }

    /// A request was refused before there was anything to observe.
    void refusedEarly(int status) {
        early.add(1, Attributes.of(STATUS, (long) status));
    }

    private static String known(String method) {
        return KNOWN_METHODS.contains(method) ? method : OTHER;
    }

    private Attributes attributes(Labels labels) {
        return attributes.computeIfAbsent(labels, Labels::toAttributes);
    }

    /// @param status 0 while it is not known
    private record Labels(
            String method, String scheme, @Nullable String route, int status) {

        private Attributes toAttributes() {
            var builder = Attributes.builder()
                    .put(HttpAttributes.HTTP_REQUEST_METHOD, method)
                    .put(UrlAttributes.URL_SCHEME, scheme);
            if (route != null) {
                builder.put(HttpAttributes.HTTP_ROUTE, route);
            }
            if (status > 0) {
                builder.put(STATUS, (long) status);
            }
            if (status >= 500) {
                builder.put(ErrorAttributes.ERROR_TYPE, Integer.toString(status));
            }
            return builder.build();
        }
    }

    /// One request while it is answered.
    final class Observation {

        private final long began = System.nanoTime();
        private final String method;
        private final String scheme;
        private final @Nullable String route;
        private final Span span;
        private int status = CLIENT_LEFT;

        private Observation(ServerRequest request, @Nullable String route) {
            String given = request.prologue().method().text();
            this.method = known(given);
            this.scheme = request.isSecure() ? "https" : "http";
            this.route = route;
            this.span = start(request, given);
            countActive(1);
        }

        private Span start(ServerRequest request, String given) {
            Headers headers = request.headers();
            Context parent = propagator.extract(Context.root(), headers, HEADERS);
            String verb = method.equals(OTHER) ? "HTTP" : method;
            SpanBuilder builder = tracer.spanBuilder(route == null ? verb : verb + " " + route)
                    .setParent(parent)
                    .setSpanKind(SpanKind.SERVER)
                    // Samplers decide by what a span starts with.
                    .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, method)
                    .setAttribute(UrlAttributes.URL_SCHEME, scheme)
                    .setAttribute(UrlAttributes.URL_PATH, request.path().rawPath());
            if (route != null) {
                builder.setAttribute(HttpAttributes.HTTP_ROUTE, route);
            }
            Span started = builder.startSpan();
            if (started.isRecording()) {
                addresses
                        .find(request)
                        .ifPresent(address ->
                                started.setAttribute(ClientAttributes.CLIENT_ADDRESS, address.getHostAddress()));
                if (headers.contains(HeaderNames.USER_AGENT)) {
                    started.setAttribute(
                            UserAgentAttributes.USER_AGENT_ORIGINAL,
                            headers.get(HeaderNames.USER_AGENT).get());
                }
                if (method.equals(OTHER)) {
                    started.setAttribute(HttpAttributes.HTTP_REQUEST_METHOD_ORIGINAL, given);
                }
            }
            return started;
        }

        /// Under which the operator finds this request; empty if it is not traced.
        Optional<String> traceId() {
            SpanContext context = span.getSpanContext();
            return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
        }

        void failed(Throwable failure) {
            span.recordException(failure);
        }

        void answered(int status) {
            this.status = status;
        }

        private void measure() {
            if (span.isRecording()) {
                span.setAttribute(STATUS, (long) status);
                if (status >= 500) {
                    span.setStatus(StatusCode.ERROR);
                    span.setAttribute(ErrorAttributes.ERROR_TYPE, Integer.toString(status));
                }
            }
            countActive(-1);
            if (duration.isEnabled()) {
                duration.record(
                        (System.nanoTime() - began) / 1e9, attributes(new Labels(method, scheme, route, status)));
            }
        }

        /// Where nobody measures, not even labels are made.
        private void countActive(int more) {
            if (active.isEnabled()) {
                active.add(more, attributes(new Labels(method, scheme, null, 0)));
            }
        }
    }
}

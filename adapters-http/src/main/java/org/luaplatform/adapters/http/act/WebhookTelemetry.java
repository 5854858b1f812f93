package org.luaplatform.adapters.http.act;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import java.util.List;
import java.util.function.BiConsumer;

/// A client span and the standard metric of each attempt, by the
/// [semantic conventions](https://opentelemetry.io/docs/specs/semconv/http/).
final class WebhookTelemetry {

    private static final String SCOPE = "org.luaplatform.webhooks";
    private static final int FIRST_FAILURE_STATUS = 400;
    private static final List<Double> SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final Tracer tracer;
    private final DoubleHistogram duration;

    WebhookTelemetry(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer(SCOPE);
        duration = openTelemetry
                .getMeter(SCOPE)
                .histogramBuilder("http.client.request.duration")
                .setUnit("s")
                .setDescription("Duration of HTTP client requests.")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
    }

    /// An attempt begins; it ends when the observation is closed.
    Observation begin(WebhookAddress address) {
        return new Observation(address);
    }

    /// One attempt.
    final class Observation implements AutoCloseable {

        private final long began = System.nanoTime();
        private final AttributesBuilder labels = Attributes.builder();
        private final Span span;

        private Observation(WebhookAddress address) {
            labels.put(HttpAttributes.HTTP_REQUEST_METHOD, "POST")
                    .put(ServerAttributes.SERVER_ADDRESS, address.host())
                    .put(ServerAttributes.SERVER_PORT, (long) address.port());
            span = tracer.spanBuilder("POST")
                    .setSpanKind(SpanKind.CLIENT)
                    .setAllAttributes(labels.build())
                    .setAttribute(UrlAttributes.URL_FULL, address.redacted())
                    .setAttribute(NetworkAttributes.NETWORK_PROTOCOL_VERSION, "1.1")
                    .startSpan();
        }

        /// Names this span to the receiver, as `traceparent`. Baggage is ours and stays here.
        void inject(BiConsumer<String, String> headers) {
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.root().with(span), headers, (carrier, name, value) -> {
                        if (carrier != null) {
                            carrier.accept(name, value);
                        }
                    });
        }

        void answered(int status) {
            labels.put(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, (long) status);
            span.setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, (long) status);
            if (status >= FIRST_FAILURE_STATUS) {
                failed(Integer.toString(status));
            }
        }

        /// @param type a class of failures, of which there are few
        void failed(String type) {
            labels.put(ErrorAttributes.ERROR_TYPE, type);
            span.setAttribute(ErrorAttributes.ERROR_TYPE, type);
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            // In the span's context, so that the measurement carries it as its exemplar.
            duration.record(
                    (System.nanoTime() - began) / 1e9,
                    labels.build(),
                    Context.root().with(span));
            span.end();
        }
    }
}

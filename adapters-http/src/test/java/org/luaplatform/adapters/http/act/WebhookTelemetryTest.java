package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTelemetryTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @Test
    void an_attempt_is_a_client_span_that_the_receiver_can_continue() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            new CourierFixture().observedBy(TELEMETRY.getOpenTelemetry()).deliverTo(receiver.url());

            SpanData span = TELEMETRY.getSpans().getFirst();
            assertThat(span.getName()).isEqualTo("POST");
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getStatus()).isEqualTo(StatusData.unset());
            assertThat(span.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("http.request.method"), "POST")
                    .containsEntry(AttributeKey.stringKey("server.address"), "127.0.0.1")
                    .containsEntry(AttributeKey.longKey("server.port"), (long) receiver.port())
                    .containsEntry(AttributeKey.longKey("http.response.status_code"), 200L)
                    .containsEntry(
                            AttributeKey.stringKey("url.full"),
                            "http://127.0.0.1:%d/REDACTED".formatted(receiver.port()));
            assertThat(receiver.requests().getFirst().header("traceparent"))
                    .startsWith("00-%s-%s-0".formatted(span.getTraceId(), span.getSpanId()));
        }
    }

    @Test
    void a_failure_is_an_error_of_a_kind() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(503, ""))) {
            new CourierFixture().observedBy(TELEMETRY.getOpenTelemetry()).deliverTo(receiver.url());

            SpanData span = TELEMETRY.getSpans().getFirst();
            assertThat(span.getStatus()).isEqualTo(StatusData.error());
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("503");
        }
    }

    @Test
    void no_answer_is_an_error_of_a_kind() throws IOException {
        try (var receiver = TestReceiver.that((_, _) -> {})) {
            new CourierFixture().observedBy(TELEMETRY.getOpenTelemetry()).deliverTo(receiver.url());

            assertThat(TELEMETRY.getSpans().getFirst().getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("org.apache.hc.core5.http.NoHttpResponseException");
        }
    }

    @Test
    void how_long_it_took_is_measured_in_seconds() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            new CourierFixture().observedBy(TELEMETRY.getOpenTelemetry()).deliverTo(receiver.url());

            List<MetricData> metrics = TELEMETRY.getMetrics();
            assertThat(metrics).extracting(MetricData::getName).containsExactly("http.client.request.duration");
            assertThat(metrics.getFirst().getUnit()).isEqualTo("s");
            HistogramPointData point =
                    metrics.getFirst().getHistogramData().getPoints().iterator().next();
            assertThat(point.getSum()).isBetween(0.0, 10.0);
            assertThat(point.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                    .isEqualTo(200);
        }
    }
}

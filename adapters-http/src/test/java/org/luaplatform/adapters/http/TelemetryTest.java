package org.luaplatform.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.http.edge.RawClient;

/// What the operator sees of requests.
final class TelemetryTest {

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final OpenTelemetryExtension OTEL = OpenTelemetryExtension.create();

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(settings -> settings, OTEL.getOpenTelemetry());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static SpanData onlySpan() {
        return spans(1).getFirst();
    }

    /// A span ends, and its duration is measured, just after the client has its answer.
    private static List<SpanData> spans(int count) {
        await().untilAsserted(() -> assertThat(OTEL.getSpans()).hasSize(count));
        return OTEL.getSpans();
    }

    @Test
    void a_request_is_a_server_span_named_by_its_route() {
        server.anybody().get("/api/v1/public/forms/nothing");

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("GET /api/v1/public/forms/{form}");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getAttributes().get(STATUS)).isEqualTo(404L);
        assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/api/v1/public/forms/{form}");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void it_goes_on_with_the_callers_trace_and_problems_name_it() {
        Answer answer = server.anybody()
                .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get("/api/v1/public/forms/nothing");

        assertThat(onlySpan().getTraceId()).isEqualTo(TRACE);
        assertThat(onlySpan().getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(answer.text("/traceId")).isEqualTo(TRACE);
    }

    @Test
    void a_caller_can_invent_neither_a_route_nor_a_method() throws Exception {
        server.anybody().get("/made/up");
        try (var raw = new RawClient(server.adapter().port())) {
            raw.send("FROBNICATE /version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readToEnd();
        }

        List<SpanData> spans = spans(2);
        assertThat(spans).extracting(SpanData::getName).containsExactly("GET", "HTTP");
        assertThat(spans.get(0).getAttributes().get(ROUTE)).isNull();
        assertThat(spans.get(1).getAttributes().get(METHOD)).isEqualTo("_OTHER");
        assertThat(durations())
                .extracting(point -> point.getAttributes().get(METHOD))
                .containsOnly("GET", "_OTHER");
    }

    @Test
    void durations_are_seconds_by_route_and_status_with_the_trace_as_exemplar() {
        server.anybody().get("/version");
        String trace = onlySpan().getTraceId();

        Collection<HistogramPointData> points = durations();

        HistogramPointData point = points.stream()
                .filter(each -> "/version".equals(each.getAttributes().get(ROUTE)))
                .findFirst()
                .orElseThrow();
        assertThat(point.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put(METHOD, "GET")
                        .put("url.scheme", "http")
                        .put(ROUTE, "/version")
                        .put(STATUS, 200L)
                        .build());
        assertThat(point.getSum()).isBetween(0.0, 10.0);
        assertThat(point.getExemplars())
                .map(exemplar -> exemplar.getSpanContext().getTraceId())
                .contains(trace);
    }

    private static Collection<HistogramPointData> durations() {
        return OTEL.getMetrics().stream()
                .filter(metric -> metric.getName().equals("http.server.request.duration"))
                .peek(metric -> assertThat(metric.getUnit()).isEqualTo("s"))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .toList();
    }

    @Test
    void nothing_is_active_once_everything_is_answered() {
        server.anybody().get("/version");
        onlySpan();

        assertThat(OTEL.getMetrics())
                .filteredOn(metric -> metric.getName().equals("http.server.active_requests"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.getLongSumData().getPoints())
                        .allSatisfy(point -> assertThat(point.getValue()).isZero()));
    }

    @Test
    void a_request_that_cannot_be_read_is_counted() throws Exception {
        try (var raw = new RawClient(server.adapter().port())) {
            raw.send("nonsense\r\n\r\n").readToEnd();
        }

        assertThat(OTEL.getMetrics()).anyMatch(metric -> metric.getName().equals("luaplatform.http.early_refusals"));
    }

    @Test
    void a_key_never_shows_in_a_span() {
        var tenant = server.tenant();

        tenant.client().send("GET", tenant.path("/forms?limit=1"), HttpRequest.BodyPublishers.noBody());

        assertThat(onlySpan().toString()).doesNotContain("lua_").doesNotContain("limit");
    }
}

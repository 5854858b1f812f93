package org.luaplatform.adapters.mongo;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Spans and measurements by OpenTelemetry's
/// [conventions](https://opentelemetry.io/docs/specs/semconv/database/database-spans/).
@OnEachEngine
final class MongoTelemetryTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final Engine engine;
    private final ConnectionString address;

    MongoTelemetryTest(Engine engine) {
        this.engine = engine;
        this.address = new ConnectionString(engine.uri());
    }

    /// Does something with an adapter of its own, and forgets what opening it told.
    private void using(Consumer<MongoAdapter> doing) {
        try (MongoAdapter adapter = engine.connect(TELEMETRY.getOpenTelemetry())) {
            TELEMETRY.clearSpans();
            doing.accept(adapter);
        }
    }

    @Test
    void a_call_is_a_client_span_within_the_callers_span() {
        Span caller = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("caller")
                .startSpan();

        using(adapter -> {
            try (Scope _ = caller.makeCurrent()) {
                adapter.forms().findForRespondent(TestForms.anId());
            }
        });

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasName("find forms")
                        .hasKind(SpanKind.CLIENT)
                        .hasParentSpanId(caller.getSpanContext().getSpanId())
                        .hasStatus(StatusData.unset())
                        .hasAttributes(attributes("find", "forms").build()));
    }

    @Test
    void a_piece_of_feedback_is_one_call() {
        using(adapter -> adapter.feedbackInbox().add(TestFeedback.aFeedback(TestOrganizations.anId())));

        assertThat(TELEMETRY.getSpans()).extracting(SpanData::getName).containsExactly("insert feedback");
    }

    @Test
    void a_long_result_is_one_span_until_its_first_item() {
        var organization = TestOrganizations.anId();
        var pieces = Stream.generate(() -> TestFeedback.aFeedback(organization))
                .limit(500)
                .toList();
        var _ = engine.adapter().feedbackInbox().addAll(pieces);

        using(adapter -> {
            try (var stream = adapter.feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
                assertThat(stream).hasSize(500);
            }
        });

        assertThat(TELEMETRY.getSpans()).extracting(SpanData::getName).containsExactly("find feedback");
    }

    @Test
    void a_key_that_is_there_already_is_an_answer_and_no_error() {
        var form = TestForms.aDraft(TestOrganizations.anId());
        engine.adapter().forms().add(form);

        using(adapter -> assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> adapter.forms().add(form)));

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasName("insert forms")
                        .hasStatus(StatusData.unset())
                        .hasAttributes(attributes("insert", "forms")
                                .put("db.response.status_code", "11000")
                                .build()));
    }

    @Test
    void a_call_that_fails_is_marked_with_its_kind() {
        using(adapter -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(Unavailable.class).isThrownBy(adapter::ping);
            assertThat(Thread.interrupted()).isTrue();
        });

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasName("ping $cmd")
                        .hasStatus(StatusData.error())
                        .hasAttributes(attributes("ping", "$cmd")
                                .put("error.type", "java.lang.InterruptedException")
                                .build()));
    }

    @Test
    void calls_are_measured_in_seconds() {
        using(adapter -> {
            adapter.forms().findForRespondent(TestForms.anId());
            adapter.forms().findForRespondent(TestForms.anId());
        });

        var found = attributes("find", "forms").build();
        assertThat(TELEMETRY.getMetrics()).singleElement().satisfies(metric -> {
            assertThat(metric).hasName("db.client.operation.duration").hasUnit("s");
            assertThat(metric.getHistogramData().getPoints())
                    .filteredOn(point -> point.getAttributes().equals(found))
                    .singleElement()
                    .satisfies(point -> {
                        assertThat(point.getCount()).isEqualTo(2);
                        assertThat(point.getSum()).isBetween(0.0, 6.0);
                        assertThat(point.getBoundaries())
                                .containsExactly(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);
                    });
        });
    }

    private AttributesBuilder attributes(String operation, String collection) {
        String[] server = address.getHosts().getFirst().split(":", -1);
        return Attributes.builder()
                .put("db.system.name", "mongodb")
                .put("db.operation.name", operation)
                .put("db.collection.name", collection)
                .put("db.namespace", String.valueOf(address.getDatabase()))
                .put("server.address", server[0])
                .put("server.port", Long.parseLong(server[1]));
    }
}

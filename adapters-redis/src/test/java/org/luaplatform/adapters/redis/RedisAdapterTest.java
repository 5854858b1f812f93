package org.luaplatform.adapters.redis;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luaplatform.adapters.memory.tenancy.InProcessLiveEvents;
import org.luaplatform.adapters.memory.tenancy.InProcessRateLimiter;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.OutageContract;
import org.luaplatform.domain.testing.TestClock;

@Timeout(60)
final class RedisAdapterTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit(10, Duration.ofSeconds(10));

    @Test
    void each_command_is_a_client_span_with_the_names_of_the_conventions() {
        try (var cable = new Cable(TestRedis.shared());
                var adapter = RedisAdapter.connect(cable.uri(), TELEMETRY.getOpenTelemetry())) {
            adapter.rateLimiter(new InProcessRateLimiter()).take("somebody", LIMIT, TestClock.NOON);

            SpanData span = TELEMETRY.getSpans().getLast();
            assertThat(span).hasKind(SpanKind.CLIENT).hasStatus(StatusData.unset());
            assertThat(span.getName()).isIn("EVALSHA", "EVAL");
            assertThat(span)
                    .hasAttribute(stringKey("db.system.name"), "redis")
                    .hasAttribute(stringKey("db.operation.name"), span.getName())
                    .hasAttribute(stringKey("db.namespace"), "0")
                    .hasAttribute(stringKey("db.stored_procedure.name"), "take-turn")
                    .hasAttribute(stringKey("server.address"), "127.0.0.1")
                    .hasAttribute(longKey("server.port"), (long)
                            URI.create(cable.uri()).getPort());
        }
    }

    @Test
    void a_command_that_nobody_waits_for_is_a_span_too() {
        try (var adapter = RedisAdapter.connect(TestRedis.shared().toString(), TELEMETRY.getOpenTelemetry())) {
            adapter.liveEvents(new InProcessLiveEvents())
                    .publish(new News(TestOrganizations.anId(), "something", Map.of(), TestClock.NOON));

            await().untilAsserted(() -> assertThat(TELEMETRY.getSpans())
                    .extracting(SpanData::getName)
                    .contains("PUBLISH"));
        }
    }

    @Test
    void commands_are_measured_in_seconds_and_failures_by_their_kind() {
        try (var cable = new Cable(TestRedis.shared());
                var adapter = RedisAdapter.connect(cable.uri(), TELEMETRY.getOpenTelemetry())) {
            adapter.ping();
            cable.cut();
            assertThatThrownBy(adapter::ping).isInstanceOf(Unavailable.class);

            assertThat(TELEMETRY.getSpans().getLast()).hasStatus(StatusData.error());
            Collection<HistogramPointData> points = TELEMETRY.getMetrics().stream()
                    .filter(metric -> metric.getName().equals("db.client.operation.duration"))
                    .filter(metric -> metric.getUnit().equals("s"))
                    .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                    .toList();
            assertThat(points)
                    .filteredOn(point -> "PING".equals(point.getAttributes().get(stringKey("db.operation.name"))))
                    .extracting(point -> point.getAttributes().get(stringKey("error.type")) != null)
                    .contains(true, false);
        }
    }

    @Test
    void one_address_of_a_cluster_is_enough_and_several_are_as_good() {
        List<TestRedis> nodes = TestRedis.cluster();
        String one = nodes.getFirst().uri();
        String several = one + ",127.0.0.1:" + nodes.getLast().port();
        try (var here = RedisAdapter.connect(one, OpenTelemetry.noop());
                var elsewhere = RedisAdapter.connect(several, OpenTelemetry.noop())) {
            assertCountTogether(here, elsewhere);
            assertHearEachOther(here, elsewhere);
        } finally {
            nodes.forEach(TestRedis::close);
        }
    }

    @Test
    void a_master_is_found_by_its_sentinels() {
        try (var redis = TestRedis.started();
                var sentinel = TestRedis.sentinelOf("main", redis);
                var adapter = RedisAdapter.connect(
                        "redis-sentinel://127.0.0.1:" + sentinel.port() + "/0#main", OpenTelemetry.noop())) {
            assertCountTogether(adapter, adapter);
            assertHearEachOther(adapter, adapter);
        }
    }

    private static void assertCountTogether(RedisAdapter here, RedisAdapter elsewhere) {
        RateLimiter neverAsked = (_, _, _) -> {
            throw new AssertionError("Redis is there");
        };
        for (int i = 0; i < 20; i++) {
            here.rateLimiter(neverAsked).take("somebody " + i, LIMIT, TestClock.NOON);
            var decision = elsewhere.rateLimiter(neverAsked).take("somebody " + i, LIMIT, TestClock.NOON);

            assertThat(decision.remaining()).isEqualTo(8);
        }
    }

    private static void assertHearEachOther(RedisAdapter here, RedisAdapter elsewhere) {
        LiveEvents eventsHere = here.liveEvents(new InProcessLiveEvents());
        LiveEvents eventsElsewhere = elsewhere.liveEvents(new InProcessLiveEvents());
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        for (int i = 0; i < 5; i++) {
            var news = new News(TestOrganizations.anId(), "something", Map.of(), TestClock.NOON);
            try (var _ = eventsHere.subscribe(news.organization(), heard::add)) {
                eventsElsewhere.publish(news);

                await().untilAsserted(() -> assertThat(heard).contains(news));
            }
        }
    }

    /// That what falls back falls back is shown by the tests of the ports; this is about those who want to know.
    @Nested
    final class Outage implements OutageContract {

        private final Cable cable = new Cable(TestRedis.shared());
        private final RedisAdapter adapter = RedisAdapter.connect(cable.uri(), OpenTelemetry.noop());

        @AfterEach
        void close() {
            adapter.close();
            cable.close();
        }

        @Override
        public Map<String, Runnable> calls() {
            return Map.of("ping", adapter::ping);
        }

        @Override
        public void cutOff() {
            cable.cut();
        }

        @Override
        public void bringBack() {
            cable.mend();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    }
}

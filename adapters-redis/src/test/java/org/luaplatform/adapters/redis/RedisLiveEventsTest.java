package org.luaplatform.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.adapters.memory.tenancy.InProcessLiveEvents;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.LiveEventsContract;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.TestClock;

@Timeout(60)
final class RedisLiveEventsTest implements LiveEventsContract {

    private final Cable cable = new Cable(TestRedis.shared());
    private final RedisAdapter here = RedisAdapter.connect(cable.uri(), OpenTelemetry.noop());
    private final RedisAdapter elsewhere =
            RedisAdapter.connect(TestRedis.shared().toString(), OpenTelemetry.noop());
    private final LiveEvents eventsHere = here.liveEvents(new InProcessLiveEvents());
    private final LiveEvents eventsElsewhere = elsewhere.liveEvents(new InProcessLiveEvents());

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
        cable.close();
    }

    @Override
    public LiveEvents liveEvents() {
        return eventsHere;
    }

    @Override
    public LiveEvents elsewhere() {
        return eventsElsewhere;
    }

    @Test
    void subscribers_here_are_told_while_redis_is_away() throws InterruptedException {
        var organization = TestOrganizations.anId();
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        try (var _ = eventsHere.subscribe(organization, heard::add)) {
            cable.cut();

            eventsHere.publish(news(organization, "while away"));

            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(news(organization, "while away"));
        }
    }

    @Test
    void news_from_elsewhere_arrive_again_once_redis_is_back() {
        var organization = TestOrganizations.anId();
        var later = TestOrganizations.anId();
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        try (var _ = eventsHere.subscribe(organization, heard::add)) {
            cable.cut();
            try (var _ = eventsHere.subscribe(later, heard::add)) {
                cable.mend();

                awaitNews(organization, heard);
                awaitNews(later, heard);
            }
        }
    }

    @Test
    void news_from_elsewhere_arrive_again_after_a_connection_died_in_silence() {
        var organization = TestOrganizations.anId();
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        try (var _ = eventsHere.subscribe(organization, heard::add)) {
            cable.die();
            cable.mend();

            awaitNews(organization, heard);
        }
    }

    @Test
    void nobody_waits_for_a_redis_that_says_nothing() {
        var organization = TestOrganizations.anId();
        cable.die();

        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            eventsHere.publish(news(organization, "whatever"));
        }
        var publishing = Duration.ofNanos(System.nanoTime() - start);
        try (var _ = eventsHere.subscribe(organization, _ -> {})) {
            var both = Duration.ofNanos(System.nanoTime() - start);

            assertThat(publishing).isLessThan(Duration.ofSeconds(1));
            assertThat(both).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void whoever_stays_goes_on_hearing_when_others_leave() throws InterruptedException {
        var organization = TestOrganizations.anId();
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        try (var _ = eventsHere.subscribe(organization, heard::add)) {
            eventsHere.subscribe(organization, _ -> {}).close();
            Thread.sleep(200);

            eventsElsewhere.publish(news(organization, "still"));

            assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private void awaitNews(OrganizationId organization, BlockingQueue<News> heard) {
        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    eventsElsewhere.publish(news(organization, "again"));
                    News news = heard.poll(100, TimeUnit.MILLISECONDS);
                    return news != null && news.organization().equals(organization);
                });
    }

    private static News news(OrganizationId organization, String type) {
        return new News(organization, type, Map.of("a", "b"), TestClock.NOON);
    }
}

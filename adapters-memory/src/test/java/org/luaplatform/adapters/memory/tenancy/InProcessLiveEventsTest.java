package org.luaplatform.adapters.memory.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.testing.LiveEventsContract;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.TestClock;

final class InProcessLiveEventsTest implements LiveEventsContract {

    private final LiveEvents events = new InProcessLiveEvents();

    @Override
    public LiveEvents liveEvents() {
        return events;
    }

    @Test
    void whoever_is_too_slow_misses_the_oldest_and_hears_the_latest() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var goOn = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var _ = events.subscribe(organization, news -> {
            begun.countDown();
            awaitQuietly(goOn);
            heard.add(news.type());
        })) {
            events.publish(new News(organization, "first", Map.of(), TestClock.NOON));
            begun.await();
            for (int i = 0; i < 1_000; i++) {
                events.publish(new News(organization, "later " + i, Map.of(), TestClock.NOON));
            }

            goOn.countDown();

            List<String> all = heardUpTo("later 999", heard);
            assertThat(all).hasSize(257).startsWith("first", "later 744").endsWith("later 998", "later 999");
        }
    }

    @Test
    void a_listener_may_end_its_own_subscription() throws InterruptedException {
        var organization = TestOrganizations.anId();
        BlockingQueue<LiveEvents.Subscription> own = new LinkedBlockingQueue<>();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        own.add(events.subscribe(organization, news -> {
            heard.add(news.type());
            own.remove().close();
        }));

        events.publish(new News(organization, "one", Map.of(), TestClock.NOON));
        events.publish(new News(organization, "two", Map.of(), TestClock.NOON));

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private static List<String> heardUpTo(String last, BlockingQueue<String> heard) throws InterruptedException {
        List<String> all = new ArrayList<>();
        String type = heard.poll(5, TimeUnit.SECONDS);
        while (type != null) {
            all.add(type);
            type = type.equals(last) ? null : heard.poll(5, TimeUnit.SECONDS);
        }
        return all;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

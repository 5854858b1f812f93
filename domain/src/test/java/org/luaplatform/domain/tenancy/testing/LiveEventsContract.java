package org.luaplatform.domain.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [LiveEvents] promises.
public interface LiveEventsContract {

    LiveEvents liveEvents();

    /// Another replica's, where replicas hear each other; else the same.
    default LiveEvents elsewhere() {
        return liveEvents();
    }

    @Test
    default void subscribers_are_told_the_news_in_order() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var heard = new LinkedBlockingQueue<News>();

        try (var _ = liveEvents().subscribe(organization, heard::add)) {
            numbered(organization, 20).forEach(liveEvents()::publish);

            assertThat(next(heard, 20)).isEqualTo(numbered(organization, 20));
        }
    }

    @Test
    default void news_from_elsewhere_arrive_as_they_were_sent() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var heard = new LinkedBlockingQueue<News>();
        var news = new News(
                organization,
                "feedback.received",
                Map.of("feedback", "01j", "empty", "", "odd", "a=b&c\n\"ü😀\""),
                TestClock.NOON.plusMillis(123));

        try (var _ = liveEvents().subscribe(organization, heard::add)) {
            elsewhere().publish(news);

            assertThat(next(heard, 1)).containsExactly(news);
        }
    }

    @Test
    default void every_subscriber_is_told_everything() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var heardHere = new LinkedBlockingQueue<News>();
        var heardToo = new LinkedBlockingQueue<News>();

        try (var _ = liveEvents().subscribe(organization, heardHere::add);
                var _ = liveEvents().subscribe(organization, heardToo::add)) {
            numbered(organization, 3).forEach(elsewhere()::publish);

            assertThat(next(heardHere, 3)).isEqualTo(numbered(organization, 3));
            assertThat(next(heardToo, 3)).isEqualTo(numbered(organization, 3));
        }
    }

    @Test
    default void organizations_do_not_hear_each_others_news() throws InterruptedException {
        var ours = TestOrganizations.anId();
        var heard = new LinkedBlockingQueue<News>();

        try (var _ = liveEvents().subscribe(ours, heard::add)) {
            numbered(TestOrganizations.anId(), 3).forEach(liveEvents()::publish);
            numbered(ours, 1).forEach(liveEvents()::publish);

            assertThat(next(heard, 1)).isEqualTo(numbered(ours, 1));
            assertThat(heard).isEmpty();
        }
    }

    @Test
    default void news_from_before_are_not_told() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var all = numbered(organization, 2);
        var heard = new LinkedBlockingQueue<News>();
        liveEvents().publish(all.getFirst());
        // Where news travel, those have arrived by then.
        Thread.sleep(Duration.ofMillis(300));

        try (var _ = liveEvents().subscribe(organization, heard::add)) {
            liveEvents().publish(all.getLast());

            assertThat(next(heard, 1)).containsExactly(all.getLast());
        }
    }

    @Test
    default void whoever_unsubscribed_is_told_nothing_more() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var gone = new LinkedBlockingQueue<News>();
        var staying = new LinkedBlockingQueue<News>();
        var subscription = liveEvents().subscribe(organization, gone::add);

        try (var _ = liveEvents().subscribe(organization, staying::add)) {
            subscription.close();
            subscription.close();
            numbered(organization, 3).forEach(liveEvents()::publish);

            assertThat(next(staying, 3)).hasSize(3);
            assertThat(gone).isEmpty();
        }
    }

    @Test
    default void a_subscriber_who_hangs_holds_up_neither_publishers_nor_others() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var letGo = new CountDownLatch(1);
        var heard = new LinkedBlockingQueue<News>();

        try (var _ = liveEvents().subscribe(organization, _ -> awaitQuietly(letGo));
                var _ = liveEvents().subscribe(organization, heard::add)) {
            long start = System.nanoTime();
            numbered(organization, 50).forEach(liveEvents()::publish);
            var took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(took).isLessThan(Duration.ofSeconds(5));
            assertThat(next(heard, 50)).isEqualTo(numbered(organization, 50));
        } finally {
            letGo.countDown();
        }
    }

    @Test
    default void a_subscriber_who_fails_is_told_the_next_news_all_the_same() throws InterruptedException {
        var organization = TestOrganizations.anId();
        var heard = new LinkedBlockingQueue<News>();

        try (var _ = liveEvents().subscribe(organization, news -> {
            heard.add(news);
            throw new IllegalStateException("on purpose");
        })) {
            numbered(organization, 3).forEach(liveEvents()::publish);

            assertThat(next(heard, 3)).isEqualTo(numbered(organization, 3));
        }
    }

    private static List<News> numbered(OrganizationId organization, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new News(
                        organization, "feedback.analysed", Map.of("number", Integer.toString(number)), TestClock.NOON))
                .toList();
    }

    /// The next news, as far as they arrive within some seconds.
    private static List<News> next(LinkedBlockingQueue<News> heard, int count) throws InterruptedException {
        var news = new ArrayList<News>();
        while (news.size() < count) {
            News next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                break;
            }
            news.add(next);
        }
        return news;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

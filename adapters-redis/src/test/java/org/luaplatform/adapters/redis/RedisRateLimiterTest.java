package org.luaplatform.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.adapters.memory.tenancy.InProcessRateLimiter;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.testing.RateLimiterContract;
import org.luaplatform.domain.testing.TestClock;

@Timeout(60)
final class RedisRateLimiterTest implements RateLimiterContract {

    private static final RateLimiter NEVER_ASKED = (_, _, _) -> {
        throw new AssertionError("Redis is there");
    };

    private static RedisAdapter here;
    private static RedisAdapter elsewhere;

    @BeforeAll
    static void connect() {
        here = RedisAdapter.connect(TestRedis.shared().toString(), OpenTelemetry.noop());
        elsewhere = RedisAdapter.connect(TestRedis.shared().toString(), OpenTelemetry.noop());
    }

    @AfterAll
    static void close() {
        here.close();
        elsewhere.close();
    }

    @Override
    public RateLimiter rateLimiter() {
        return here.rateLimiter(NEVER_ASKED);
    }

    @Test
    void replicas_count_together() {
        String who = UUID.randomUUID().toString();
        var limit = new RateLimiter.Limit(10, Duration.ofMinutes(1));
        RateLimiter there = elsewhere.rateLimiter(NEVER_ASKED);

        long granted = IntStream.range(0, 20)
                .filter(i -> (i % 2 == 0 ? rateLimiter() : there)
                        .take(who, limit, TestClock.NOON)
                        .granted())
                .count();

        assertThat(granted).isEqualTo(10);
    }

    @Test
    void answers_are_those_of_the_limiter_within_the_process() {
        var random = new Random(7);
        var near = new InProcessRateLimiter();
        var limits = new RateLimiter.Limit[] {
            new RateLimiter.Limit(7, Duration.ofMinutes(1)), new RateLimiter.Limit(3, Duration.ofSeconds(100))
        };
        Instant now = TestClock.NOON;
        String who = "{odd} ü" + UUID.randomUUID();
        for (int i = 0; i < 500; i++) {
            var limit = limits[random.nextInt(2)];
            now = now.plusNanos(random.nextLong(20_000_000_000L) - 2_000_000_000L);

            assertThat(rateLimiter().take(who, limit, now)).isEqualTo(near.take(who, limit, now));
        }
    }

    @Test
    void what_is_counted_expires() {
        String who = UUID.randomUUID().toString();
        var limit = new RateLimiter.Limit(1, Duration.ofMillis(300));
        var _ = rateLimiter().take(who, limit, TestClock.NOON);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                rateLimiter().take(who, limit, TestClock.NOON).granted())
                        .isTrue());
    }

    @Test
    void each_replica_counts_for_itself_while_redis_is_away() {
        try (var cable = new Cable(TestRedis.shared());
                var adapter = RedisAdapter.connect(cable.uri(), OpenTelemetry.noop())) {
            RateLimiter limiter = adapter.rateLimiter(new InProcessRateLimiter());
            var limit = new RateLimiter.Limit(10, Duration.ofMinutes(1));
            String who = UUID.randomUUID().toString();
            IntStream.range(0, 10).forEach(_ -> limiter.take(who, limit, TestClock.NOON));

            cable.cut();
            long granted = IntStream.range(0, 20)
                    .filter(_ -> limiter.take(who, limit, TestClock.NOON).granted())
                    .count();
            cable.mend();

            assertThat(granted).isEqualTo(10);
            String another = UUID.randomUUID().toString();
            IntStream.range(0, 10).forEach(_ -> rateLimiter().take(another, limit, TestClock.NOON));
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> !limiter.take(another, limit, TestClock.NOON).granted());
        }
    }

    @Test
    void nobody_waits_for_a_redis_that_says_nothing() {
        try (var cable = new Cable(TestRedis.shared());
                var adapter = RedisAdapter.connect(cable.uri(), OpenTelemetry.noop())) {
            RateLimiter limiter = adapter.rateLimiter(new InProcessRateLimiter());
            var limit = new RateLimiter.Limit(1_000, Duration.ofMinutes(1));
            cable.die();

            long start = System.nanoTime();
            IntStream.range(0, 1_000).forEach(_ -> limiter.take("somebody", limit, TestClock.NOON));
            var took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(took).isLessThan(Duration.ofSeconds(3));
        }
    }
}

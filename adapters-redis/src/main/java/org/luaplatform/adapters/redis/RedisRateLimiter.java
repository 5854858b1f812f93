package org.luaplatform.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.RateLimiter;

/// Counts across all replicas. While Redis is away each replica counts for itself, so that the limit holds within
/// each; what was counted before is not carried over, in neither direction.
final class RedisRateLimiter implements RateLimiter {

    /// The arithmetic of [RateLimiter.Limit], as one indivisible step. A key is forgotten once all turns are back,
    /// by the clock of Redis. Numbers of Lua are exact up to 2^53, which is enough for microseconds since 1970 but
    /// has to be written out.
    private static final Script TAKE = Script.of("take-turn", """
            local now = tonumber(ARGV[1])
            local each = tonumber(ARGV[2])
            local all = tonumber(ARGV[3])
            local before = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])
            local absurd = before - now > 2 * all
            local owed = absurd and all or math.max(0, before - now)
            local granted = owed + each <= all
            if granted then owed = owed + each end
            if granted or absurd then
              redis.call('SET', KEYS[1], string.format('%.0f', now + owed), 'PX', math.ceil(owed / 1000))
            end
            return {granted and 1 or 0, owed}
            """);

    private final RedisCalls calls;
    private final RateLimiter whileAway;

    RedisRateLimiter(RedisCalls calls, RateLimiter whileAway) {
        this.calls = calls;
        this.whileAway = whileAway;
    }

    @Override
    public Decision take(String who, Limit limit, Instant now) {
        try {
            return takeShared(who, limit, now);
        } catch (Unavailable _) {
            return whileAway.take(who, limit, now);
        }
    }

    /// @throws Unavailable if Redis is away
    Decision takeShared(String who, Limit limit, Instant now) {
        List<Long> answer = calls.run(
                TAKE,
                new String[] {"lua:rate:{" + who + "}"},
                digits(ChronoUnit.MICROS.between(Instant.EPOCH, now)),
                digits(limit.microsPerTurn()),
                digits(limit.microsForAll()));
        return limit.decision(answer.getFirst() == 1, answer.getLast());
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }
}

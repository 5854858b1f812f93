package org.luaplatform.domain;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Identifiers of 26 characters: 48 bits of milliseconds since 1970, then 80 random bits, in base 32 (the layout of
/// [ULID](https://github.com/ulid/spec), in lower case). Within one millisecond the random part counts upwards,
/// so that one process never hands out two identifiers in the wrong order.
public final class TimeSortedIds implements IdGenerator {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int RANDOM_HIGH_BITS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;

    private long lastMillis = -1;
    private long high;
    private long low;

    /// @param random where the unguessable part comes from; a `SecureRandom` in production
    public TimeSortedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        long millis;
        long randomHigh;
        long randomLow;
        synchronized (this) {
            // A clock that steps back must not step our order back.
            millis = Math.max(clock.millis(), lastMillis);
            if (millis == lastMillis) {
                low++;
                if (low == 0) {
                    high++;
                }
            } else {
                lastMillis = millis;
                high = random.nextLong() & ((1L << RANDOM_HIGH_BITS) - 1);
                low = random.nextLong();
            }
            randomHigh = high;
            randomLow = low;
        }
        return encode((millis << RANDOM_HIGH_BITS) | (randomHigh & 0xFFFFL), randomLow);
    }

    /// 128 bits in 26 characters: the first character holds three bits, each other five.
    private static String encode(long upper, long lower) {
        char[] text = new char[26];
        long high = upper;
        long low = lower;
        for (int at = text.length - 1; at >= 0; at--) {
            text[at] = ALPHABET[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high = high >>> 5;
        }
        return new String(text);
    }
}

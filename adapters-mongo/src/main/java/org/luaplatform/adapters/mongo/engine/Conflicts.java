package org.luaplatform.adapters.mongo.engine;

import com.mongodb.MongoException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.luaplatform.domain.Unavailable;

/// Tries again what met another change of the same document and had to give way, without having changed anything. A
/// server is entitled to say so at any time, and says so the more the more callers want the same at once; so each
/// waits a while of random length, and longer from time to time.
final class Conflicts {

    private static final int TRIES = 8;
    private static final long SHORTEST_RANGE_MILLIS = 4;
    private static final int MOST_DOUBLINGS = 6;

    private Conflicts() {}

    /// @throws Unavailable if it had to give way every time
    static <T> T outlasted(Supplier<T> write) {
        for (int tries = 1; ; tries++) {
            try {
                return write.get();
            } catch (MongoException failure) {
                if (!Failures.isConflict(failure.getCode())) {
                    throw failure;
                }
                pause(tries, failure);
            }
        }
    }

    /// @param tries how often it was tried so far
    /// @throws Unavailable if that is enough
    static void pause(int tries, MongoException failure) {
        if (tries >= TRIES) {
            throw new Unavailable(Failures.WHAT, failure);
        }
        giveWay(tries);
    }

    /// Waits a while, before work begins anew that somebody else's was faster than.
    ///
    /// @param times how often that happened before
    static void giveWay(int times) {
        try {
            Thread.sleep(
                    ThreadLocalRandom.current().nextLong(SHORTEST_RANGE_MILLIS << Math.min(times, MOST_DOUBLINGS)));
        } catch (InterruptedException interruption) {
            throw Failures.translated(interruption);
        }
    }
}

package org.luaplatform.adapters.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;

/// Looks after both connections, every two seconds. One that stays silent twice is given up for a new one: nobody
/// answers at its other end, and nothing else would ever say so.
final class RedisWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int SILENCES = 2;

    private final Renewable<RedisServers.Line> line;
    private final RedisChannels channels;
    private final Reachability reachability;
    private final Thread thread;

    private int silentLine;
    private int silentChannels;

    RedisWatch(Renewable<RedisServers.Line> line, RedisChannels channels, Reachability reachability) {
        this.line = line;
        this.channels = channels;
        this.reachability = reachability;
        this.thread = Thread.ofVirtual().name("redis watch").start(this::run);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                watch();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void watch() throws InterruptedException {
        Outcome pinged = Outcome.of(() -> line.current().commands().ping());
        switch (pinged) {
            case DONE -> reachability.reached();
            case REFUSED -> reachability.missed("not connected");
            case SILENT -> reachability.missed("no answer to PING");
        }
        silentLine = pinged == Outcome.SILENT ? silentLine + 1 : 0;
        silentChannels = channels.ping() == Outcome.SILENT ? silentChannels + 1 : 0;
        if (silentLine >= SILENCES) {
            silentLine = renewed(line::renew) ? 0 : silentLine;
        }
        if (silentChannels >= SILENCES) {
            silentChannels = renewed(channels::renew) ? 0 : silentChannels;
        }
        channels.align();
    }

    private static boolean renewed(Runnable renewal) {
        try {
            renewal.run();
            return true;
        } catch (RedisException _) {
            return false;
        }
    }
}

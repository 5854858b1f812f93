package org.luaplatform.adapters.documents.understand;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Sends what is known of a file's beginning, a character every ten seconds, while the rest is being found out.
/// That takes minutes where there are many millions, and somebody on the way would take the silence for the end.
final class SlowBeginning {

    private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final byte[] known;
    private final OutputStream to;
    private final LongSupplier nanoTime;
    private long last;
    private int sent;

    /// @param known in ASCII
    SlowBeginning(String known, OutputStream to, LongSupplier nanoTime) {
        this.known = known.getBytes(StandardCharsets.US_ASCII);
        this.to = to;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /// To be called often.
    void goOn() {
        long now = nanoTime.getAsLong();
        if (now - last >= EVERY_NANOS && sent < known.length) {
            last = now;
            try {
                to.write(known[sent]);
                to.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            sent++;
        }
    }

    /// Takes the whole file from its beginning, and sends what was not sent so far.
    OutputStream rest() {
        return new FilterOutputStream(to) {
            private int skipped;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int skipping = Math.min(length, sent - skipped);
                skipped += skipping;
                out.write(bytes, offset + skipping, length - skipping);
            }
        };
    }
}

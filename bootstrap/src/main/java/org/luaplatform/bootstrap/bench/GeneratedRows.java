package org.luaplatform.bootstrap.bench;

import java.io.InputStream;
import java.time.Duration;

/// The rows of a file that is never anywhere as a whole.
final class GeneratedRows extends InputStream {

    private final long end;
    private final long now;
    private final long periodMillis;
    private long next;
    private byte[] row = new byte[0];
    private int position;

    GeneratedRows(long from, long end, long nowMillis, Duration period) {
        this.next = from;
        this.end = end;
        this.now = nowMillis;
        this.periodMillis = period.toMillis();
    }

    @Override
    public int read() {
        return refill() ? row[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        int count = Math.min(length, row.length - position);
        System.arraycopy(row, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean refill() {
        if (position < row.length) {
            return true;
        }
        if (next >= end) {
            return false;
        }
        // A step that has no divisor in common with the period spreads the rows evenly over it.
        row = Bench.csvRow(next, now - Math.floorMod(next * 7_919_003L, periodMillis));
        next++;
        position = 0;
        return true;
    }
}

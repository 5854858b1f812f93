package org.luaplatform.adapters.documents.learn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a file into its lines that are not blank, without looking into them.
final class ByteLines {

    private static final int BUFFER = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// @param number counted from 1
    /// @param bytes without the line end
    /// @param isCut whether the line was too long to be kept as a whole
    // An array's identity tells nothing, and nobody compares lines.
    @SuppressWarnings("ArrayRecordComponent")
    record Line(long number, byte[] bytes, boolean isCut) {}

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long number;

    ByteLines(InputStream file) {
        this.file = file;
    }

    Optional<Line> next() {
        while (position < limit || fill()) {
            number++;
            Line next = readLine();
            if (!isBlank(next.bytes())) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private Line readLine() {
        line.reset();
        boolean isCut = false;
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - position, Limits.LONGEST_ROW - line.size());
            line.write(buffer, position, kept);
            isCut |= kept < end - position;
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        byte[] bytes = line.toByteArray();
        return new Line(number, number == 1 ? withoutMark(bytes) : bytes, isCut);
    }

    private static byte[] withoutMark(byte[] bytes) {
        int mark = BYTE_ORDER_MARK.length;
        boolean isMarked = bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return isMarked ? Arrays.copyOfRange(bytes, mark, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() {
        try {
            position = 0;
            limit = Math.max(0, file.read(buffer, 0, buffer.length));
            return limit > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

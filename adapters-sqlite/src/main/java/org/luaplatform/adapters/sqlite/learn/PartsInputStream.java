package org.luaplatform.adapters.sqlite.learn;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/// Reads the parts of a file one after the other. All but the last are full, and the last never is.
final class PartsInputStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = new byte[UploadedFiles.PART_BYTES];
    private int position = part.length;
    private int next;

    PartsInputStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (position == UploadedFiles.PART_BYTES) {
            part = parts.apply(next++).orElseThrow(() -> new IOException("the file was discarded while it was read"));
            position = 0;
        }
        int count = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }
}

package org.luaplatform.adapters.mongo.learn;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/// Reads the parts of a file one after the other. All but the last are full, and the last never is: a file that is
/// discarded while it is read does not look like one that ends early.
final class PartsInputStream extends InputStream {

    private final Iterator<byte[]> parts;
    private final Runnable closing;
    private byte[] part = new byte[UploadedFiles.PART_BYTES];
    private int position = part.length;

    PartsInputStream(Iterator<byte[]> parts, Runnable closing) {
        this.parts = parts;
        this.closing = closing;
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
            if (!parts.hasNext()) {
                throw new IOException("the file was discarded while it was read");
            }
            part = parts.next();
            position = 0;
        }
        int count = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() {
        closing.run();
    }
}

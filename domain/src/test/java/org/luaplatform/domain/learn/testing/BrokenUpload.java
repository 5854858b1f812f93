package org.luaplatform.domain.learn.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// A file whose sender goes away before its end.
final class BrokenUpload extends InputStream {

    private int left;

    /// @param length how many bytes arrive
    BrokenUpload(int length) {
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (left == 0) {
            throw new IOException("the client went away");
        }
        int now = Math.min(left, length);
        left -= now;
        return now;
    }
}

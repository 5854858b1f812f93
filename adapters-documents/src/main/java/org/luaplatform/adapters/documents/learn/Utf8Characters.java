package org.luaplatform.adapters.documents.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// A file's characters one by one, with the number of the line that they stand in. A line ends with CR, LF or CRLF.
/// Java's own readers decode ahead and tell of malformed bytes too early; this one tells of them where they are.
final class Utf8Characters {

    static final int END = -1;

    private static final int BUFFER = 16_384;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();

    private boolean started;
    private boolean ended;
    private boolean malformed;
    private boolean afterCarriageReturn;
    private long line = 1;

    Utf8Characters(InputStream file) {
        this.file = file;
    }

    /// The number of the line in which the next character stands, counted from 1. Between CR and LF, that is the
    /// next line already.
    long line() {
        return line;
    }

    /// The next character, or [#END].
    ///
    /// @throws Invalid if the next bytes are not UTF-8
    int next() {
        if (!chars.hasRemaining() && !fill()) {
            return END;
        }
        char c = chars.get();
        if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
            line++;
        }
        afterCarriageReturn = c == '\r';
        return c;
    }

    private boolean fill() {
        do {
            if (malformed) {
                throw new Invalid(Pointer.ROOT, "is not UTF-8 in line " + line);
            }
            if (ended) {
                return false;
            }
            decodeSome();
        } while (!chars.hasRemaining());
        return true;
    }

    private void decodeSome() {
        bytes.compact();
        ended = !readSome();
        bytes.flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        malformed = result.isError();
        ended = ended && !result.isOverflow();
        chars.flip();
        if (!started && chars.hasRemaining()) {
            started = true;
            if (chars.get(chars.position()) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
    }

    private boolean readSome() {
        try {
            int count = file.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, count));
            return count >= 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

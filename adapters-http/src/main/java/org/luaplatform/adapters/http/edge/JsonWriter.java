package org.luaplatform.adapters.http.edge;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Writes one JSON text straight into UTF-8 bytes: no tree, no reflection, no intermediate string. Whoever uses it
/// opens and closes objects and arrays in the right order; it puts the commas. Not thread-safe.
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /// What a character costs at most: an escape of a control character.
    private static final int LONGEST_CHARACTER = 6;

    private byte[] buffer;
    private int length;
    private boolean comma;

    public JsonWriter() {
        this(512);
    }

    public JsonWriter(int expectedBytes) {
        buffer = new byte[expectedBytes];
    }

    /// What was written so far.
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    public JsonWriter startObject() {
        return open('{');
    }

    public JsonWriter startObject(String name) {
        name(name);
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter startArray() {
        return open('[');
    }

    public JsonWriter startArray(String name) {
        name(name);
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter field(String name, String value) {
        name(name);
        return value(value);
    }

    public JsonWriter field(String name, long value) {
        name(name);
        return value(value);
    }

    /// A number that is no number (`NaN`, infinite) becomes `null`.
    public JsonWriter field(String name, double value) {
        name(name);
        return value(value);
    }

    public JsonWriter field(String name, boolean value) {
        name(name);
        return value(value);
    }

    public JsonWriter field(String name, BigDecimal value) {
        name(name);
        return value(value);
    }

    public JsonWriter field(String name, Instant value) {
        return field(name, value.toString());
    }

    public JsonWriter field(String name, LocalDate value) {
        return field(name, value.toString());
    }

    public JsonWriter nullField(String name) {
        name(name);
        return literal(NULL);
    }

    /// The field if there is a value; without one it is left out.
    public JsonWriter field(String name, Optional<String> value) {
        value.ifPresent(text -> field(name, text));
        return this;
    }

    public JsonWriter strings(String name, Iterable<String> values) {
        startArray(name);
        values.forEach(this::value);
        return endArray();
    }

    /// A list of texts that `rest` goes on with.
    public JsonWriter strings(String name, Iterable<String> values, Runnable rest) {
        startArray(name);
        values.forEach(this::value);
        rest.run();
        return endArray();
    }

    public JsonWriter value(String value) {
        separate();
        text(value);
        comma = true;
        return this;
    }

    public JsonWriter value(long value) {
        return ascii(Long.toString(value));
    }

    public JsonWriter value(double value) {
        if (!Double.isFinite(value)) {
            return literal(NULL);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return value((long) value);
        }
        return ascii(Double.toString(value));
    }

    public JsonWriter value(boolean value) {
        return literal(value ? TRUE : FALSE);
    }

    public JsonWriter value(BigDecimal value) {
        return ascii(value.toString());
    }

    /// A value that is JSON already, as it was rendered before.
    public JsonWriter rawField(String name, byte[] json) {
        name(name);
        return literal(json);
    }

    /// A line break between values, for one JSON text a line.
    public JsonWriter newLine() {
        ensure(1);
        buffer[length++] = '\n';
        comma = false;
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        ensure(1);
        buffer[length++] = (byte) bracket;
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        ensure(1);
        buffer[length++] = (byte) bracket;
        comma = true;
        return this;
    }

    private void name(String name) {
        separate();
        text(name);
        ensure(1);
        buffer[length++] = ':';
        comma = false;
    }

    private void separate() {
        if (comma) {
            ensure(1);
            buffer[length++] = ',';
        }
    }

    private JsonWriter ascii(String text) {
        return literal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private JsonWriter literal(byte[] bytes) {
        separate();
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        comma = true;
        return this;
    }

    private void text(String text) {
        ensure(2);
        buffer[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            ensure(LONGEST_CHARACTER + 1);
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                buffer[length++] = (byte) c;
            } else if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                buffer[length++] = (byte) (0xc0 | (c >> 6));
                buffer[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                threeBytes(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                fourBytes(Character.toCodePoint(c, text.charAt(i)));
            } else {
                // Half a pair has no UTF-8: a reader must not choke on what somebody else sent us.
                threeBytes('\ufffd');
            }
        }
        ensure(1);
        buffer[length++] = '"';
    }

    private void escaped(char c) {
        buffer[length++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[length++] = (byte) c;
            case '\n' -> buffer[length++] = 'n';
            case '\r' -> buffer[length++] = 'r';
            case '\t' -> buffer[length++] = 't';
            default -> {
                buffer[length++] = 'u';
                buffer[length++] = '0';
                buffer[length++] = '0';
                buffer[length++] = HEX[c >> 4];
                buffer[length++] = HEX[c & 15];
            }
        }
    }

    private void threeBytes(char c) {
        buffer[length++] = (byte) (0xe0 | (c >> 12));
        buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        buffer[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void fourBytes(int codePoint) {
        buffer[length++] = (byte) (0xf0 | (codePoint >> 18));
        buffer[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        buffer[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        buffer[length++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}

package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The files that travel beside these classes.
final class Resources {

    private Resources() {}

    static ByteBuffer bytes(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return ByteBuffer.wrap(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The lines that say something: neither blank nor begun by `#`.
    static List<String> lines(String name) {
        String text = new String(bytes(name).array(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start && text.charAt(start) != '#') {
                lines.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    /// What stands between the separators, without blanks around it.
    static List<String> parts(String line, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            int end = line.indexOf(separator, start);
            end = end < 0 ? line.length() : end;
            String part = line.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }
}

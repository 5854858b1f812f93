package org.luaplatform.adapters.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Files that travel in the jars.
final class Resources {

    private Resources() {}

    /// @param name absolute with a slash in front, else beside this class
    /// @throws IllegalStateException if the jar is not what was built
    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String property(String name, String key) {
        var properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(bytes(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(name + " lacks " + key);
        }
        return value;
    }
}

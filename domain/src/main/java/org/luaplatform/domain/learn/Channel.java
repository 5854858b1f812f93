package org.luaplatform.domain.learn;

import java.util.regex.Pattern;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// The way on which feedback reached us: `widget`, `api`, `import`, or a name of the organization's own.
///
/// @param name a lower-case letter, then up to 39 lower-case letters, digits or hyphens
public record Channel(String name) {

    // First: the constants below are checked by it.
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Channel API = new Channel("api");
    public static final Channel IMPORT = new Channel("import");

    public Channel {
        if (!isName(name)) {
            throw new Invalid(
                    Pointer.ROOT, "must be a lower-case letter followed by at most 39 letters, digits or hyphens");
        }
    }

    /// Whether a channel can have this name, for input that is read field by field.
    public static boolean isName(String name) {
        return SHAPE.matcher(name).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}

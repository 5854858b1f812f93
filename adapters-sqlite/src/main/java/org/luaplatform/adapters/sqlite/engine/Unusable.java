package org.luaplatform.adapters.sqlite.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file cannot be opened as it is. The message tells the operator which file, what is wrong and what to do.
public final class Unusable extends Exception {

    Unusable(Path file, String problem, String remedy, @Nullable Throwable cause) {
        super("The data file " + file + " " + problem + ": " + remedy + ".", cause);
    }
}

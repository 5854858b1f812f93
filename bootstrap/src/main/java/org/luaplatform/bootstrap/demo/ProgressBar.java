package org.luaplatform.bootstrap.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// A bar that grows on one line of a terminal; where nobody watches, only its end is written.
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String what;
    private final boolean watched =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

    ProgressBar(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    /// @param part 0 to 1
    void show(double part) {
        if (watched) {
            out.print("\r" + line(Math.clamp(part, 0, 1)));
            out.flush();
        }
    }

    void done(Duration taken) {
        out.println((watched ? "\r" : "") + line(1) + " in %.1f s".formatted(taken.toMillis() / 1_000.0));
    }

    private String line(double part) {
        int filled = (int) Math.round(part * WIDTH);
        return what + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled)
                + "] %3d %%".formatted(Math.round(part * 100));
    }
}

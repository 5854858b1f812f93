package org.luaplatform.bootstrap.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Where log records go: to standard error, for people or for machines, and to OpenTelemetry where it is exported.
/// Everything that logs in this process ends up in `java.util.logging`, which the JDK brings.
public final class Logs {

    /// Keeps the loggers whose levels were set from being collected, and their levels with them.
    private static final Logger ROOT = Logger.getLogger("");

    /// Tells of each vain attempt to reach Redis again, with a stack trace; the adapter says once that it is away.
    private static final Logger RECONNECTING = Logger.getLogger("io.lettuce.core.protocol.ConnectionWatchdog");

    private Logs() {}

    /// @param json one JSON object a line instead of text
    public static void toConsole(PrintStream out, System.Logger.Level level, boolean json) {
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.WARNING);
        RECONNECTING.setLevel(Level.SEVERE);
        Logger.getLogger("org.luaplatform").setLevel(julLevel(level));
        ROOT.addHandler(new ConsoleHandler(out, json ? new JsonFormatter() : new TextFormatter()));
    }

    public static void toOpenTelemetry(OpenTelemetry telemetry) {
        ROOT.addHandler(new OpenTelemetryHandler(telemetry.getLogsBridge()));
    }

    private static Level julLevel(System.Logger.Level level) {
        return switch (level) {
            case ALL, TRACE, DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR, OFF -> Level.SEVERE;
        };
    }

    private static final class ConsoleHandler extends Handler {

        private final PrintStream out;

        ConsoleHandler(PrintStream out, Formatter formatter) {
            this.out = out;
            setFormatter(formatter);
        }

        @Override
        public void publish(LogRecord entry) {
            if (isLoggable(entry)) {
                out.println(getFormatter().format(entry));
            }
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}

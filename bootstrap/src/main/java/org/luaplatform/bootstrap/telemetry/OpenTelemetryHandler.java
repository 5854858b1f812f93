package org.luaplatform.bootstrap.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/// Hands log records to OpenTelemetry, with the trace that is current where they are written.
final class OpenTelemetryHandler extends Handler {

    private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    private static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");
    private static final AttributeKey<String> EXCEPTION_STACKTRACE = AttributeKey.stringKey("exception.stacktrace");

    private final LoggerProvider loggers;
    private final Formatter messages = new SimpleFormatter();

    OpenTelemetryHandler(LoggerProvider loggers) {
        this.loggers = loggers;
    }

    @Override
    public void publish(LogRecord entry) {
        // The exporter's own complaints must not feed the exporter.
        if (!isLoggable(entry) || String.valueOf(entry.getLoggerName()).startsWith("io.opentelemetry.")) {
            return;
        }
        LogRecordBuilder told = loggers.get(String.valueOf(entry.getLoggerName()))
                .logRecordBuilder()
                .setContext(Context.current())
                .setTimestamp(entry.getInstant())
                .setSeverity(severity(entry.getLevel()))
                .setSeverityText(entry.getLevel().getName())
                .setBody(messages.formatMessage(entry));
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            told.setAttribute(EXCEPTION_TYPE, thrown.getClass().getName())
                    .setAttribute(EXCEPTION_MESSAGE, String.valueOf(thrown.getMessage()))
                    .setAttribute(EXCEPTION_STACKTRACE, TextFormatter.stackTrace(thrown));
        }
        told.emit();
    }

    private static Severity severity(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return Severity.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return Severity.WARN;
        }
        return value >= Level.INFO.intValue() ? Severity.INFO : Severity.DEBUG;
    }

    @Override
    public void flush() {
        // What was handed over is the SDK's to send.
    }

    @Override
    public void close() {
        // The SDK closes itself.
    }
}

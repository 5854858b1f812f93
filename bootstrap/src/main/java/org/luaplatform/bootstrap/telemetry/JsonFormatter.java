package org.luaplatform.bootstrap.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;

/// A log line for machines: one JSON object, with the ids of the trace that it belongs to.
final class JsonFormatter extends Formatter {

    @Override
    public String format(LogRecord entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", entry.getInstant().toString());
        line.put("level", entry.getLevel().getName());
        line.put("logger", String.valueOf(entry.getLoggerName()));
        line.put("message", formatMessage(entry));
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            line.put("trace_id", span.getTraceId());
            line.put("span_id", span.getSpanId());
        }
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            line.put("exception", TextFormatter.stackTrace(thrown));
        }
        return Json.text(Document.of(line));
    }
}

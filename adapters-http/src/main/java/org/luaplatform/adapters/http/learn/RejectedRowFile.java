package org.luaplatform.adapters.http.learn;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.learn.Formulas;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.RejectedRow;

/// An import's error report as a file: which rows were not taken, where they stand, and why.
final class RejectedRowFile {

    private RejectedRowFile() {}

    static void write(Stream<RejectedRow> rows, ImportFormat format, OutputStream out) throws IOException {
        switch (format) {
            case CSV -> writeCsv(rows, out);
            case NDJSON -> writeNdjson(rows, out);
        }
    }

    private static void writeCsv(Stream<RejectedRow> rows, OutputStream out) throws IOException {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        writer.writeRecord("line", "problems", "row");
        for (Iterator<RejectedRow> each = rows.iterator(); each.hasNext(); ) {
            RejectedRow row = each.next();
            writer.writeRecord(
                    Long.toString(row.line()),
                    Formulas.guarded(
                            row.violations().stream().map(Violation::toString).collect(Collectors.joining("; "))),
                    Formulas.guarded(row.text()));
        }
        writer.flush();
    }

    private static void writeNdjson(Stream<RejectedRow> rows, OutputStream out) throws IOException {
        for (Iterator<RejectedRow> each = rows.iterator(); each.hasNext(); ) {
            RejectedRow row = each.next();
            var json = new JsonWriter().startObject().field("line", row.line()).startArray("violations");
            for (Violation violation : row.violations()) {
                json.startObject()
                        .field("pointer", violation.pointer().value())
                        .field("message", violation.message())
                        .endObject();
            }
            out.write(json.endArray()
                    .field("row", row.text())
                    .endObject()
                    .newLine()
                    .toBytes());
        }
    }
}

package org.luaplatform.adapters.documents.understand;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.understand.FeedbackEntry;

/// Writes feedback to take away, in memory that does not grow with it. The same feedback comes out of the file when
/// it is imported: [org.luaplatform.adapters.documents.learn.FileRows] reads what is written here.
///
/// Both formats say the same. NDJSON has one object a line, which begins as the API shows feedback; a column of CSV
/// is named by the place in that object, such as `answers.score` or `insight.sentiment.label`. In CSV, a cell which
/// a spreadsheet would take for a formula stands behind an apostrophe
/// ([org.luaplatform.adapters.documents.learn.Formulas]).
public final class FeedbackFile {

    private static final int BUFFER = 65_536;

    private FeedbackFile() {}

    /// Writes all of `entries` and flushes `to`, which stays open.
    ///
    /// @param entries opens the same feedback anew each time; each stream is closed here. CSV reads it twice: its
    ///     first line names the columns, which only the feedback itself knows. Feedback that arrives between the
    ///     two and would need a column of its own is left out.
    /// @throws org.luaplatform.domain.Invalid if it needs more columns than a CSV may have; nothing is written then
    /// @throws IOException if `to` takes no more
    public static void write(Supplier<Stream<FeedbackEntry>> entries, ImportFormat format, OutputStream to)
            throws IOException {
        write(entries, format, to, System::nanoTime);
    }

    static void write(
            Supplier<Stream<FeedbackEntry>> entries, ImportFormat format, OutputStream to, LongSupplier nanoTime)
            throws IOException {
        try {
            switch (format) {
                case CSV -> writeCsv(entries, to, nanoTime);
                case NDJSON -> writeNdjson(entries, to);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void writeCsv(Supplier<Stream<FeedbackEntry>> entries, OutputStream to, LongSupplier nanoTime)
            throws IOException {
        var beginning = new SlowBeginning(FeedbackColumns.BEGINNING, to, nanoTime);
        FeedbackColumns columns;
        try (Stream<FeedbackEntry> feedback = entries.get()) {
            columns = FeedbackColumns.of(feedback.peek(_ -> beginning.goOn()));
        }
        // Not closed: that would close what was given to us.
        CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(beginning.rest(), StandardCharsets.UTF_8);
        writer.writeRecord(columns.header());
        try (Stream<FeedbackEntry> feedback = entries.get()) {
            feedback.filter(columns::haveRoomFor).map(columns::row).forEach(writer::writeRecord);
        }
        writer.flush();
    }

    private static void writeNdjson(Supplier<Stream<FeedbackEntry>> entries, OutputStream to) throws IOException {
        var buffered = new BufferedOutputStream(to, BUFFER);
        try (Stream<FeedbackEntry> feedback = entries.get()) {
            Iterator<Document> documents = feedback.map(FeedbackObject::of).iterator();
            while (documents.hasNext()) {
                buffered.write(Json.bytes(documents.next()));
                buffered.write('\n');
            }
        }
        buffered.flush();
    }
}

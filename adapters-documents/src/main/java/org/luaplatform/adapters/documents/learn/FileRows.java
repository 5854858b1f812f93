package org.luaplatform.adapters.documents.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.RowFormats;

/// Reads CSV and NDJSON. At any time one row is in memory, and a row is bounded, whatever the file does:
///
/// - a row as it stands in the file has at most 2,097,152 characters (CSV) or bytes (NDJSON), and its values have
/// at most 262,144 characters together; a longer one is broken;
/// - a file has at most 10,000 columns, a row of NDJSON at most 1,000 values, and a column's name at most 256
/// characters.
///
/// In CSV, a cell that a spreadsheet would take for a formula may stand behind an apostrophe (`'=1+1`), as exports
/// write it; the apostrophe is no part of the value.
public final class FileRows implements RowFormats {

    /// How many columns a CSV may have.
    public static final int MOST_CSV_COLUMNS = 10_000;

    @Override
    public Stream<Row> read(InputStream file, ImportFormat format) {
        Spliterator<Row> rows = switch (format) {
            case CSV -> new CsvRows(file);
            case NDJSON -> new NdjsonRows(file);
        };
        return StreamSupport.stream(rows, false).onClose(() -> close(file));
    }

    private static void close(InputStream file) {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

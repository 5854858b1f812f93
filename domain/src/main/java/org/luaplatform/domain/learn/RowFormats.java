package org.luaplatform.domain.learn;

import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;

/// Reads files row by row, in memory that does not grow with the file.
///
/// A file is UTF-8, with or without a byte order mark. CSV is RFC 4180: commas, double quotes, one header line that
/// names every column differently, as many cells in each row as in the header. NDJSON is one object a line.
public interface RowFormats {

    /// The file's rows in order. A row that cannot be read is a [Row.Broken] among the others and ends nothing,
    /// unless the rest of the file cannot be told apart any more. Closing the stream closes the file.
    ///
    /// @throws org.luaplatform.domain.Invalid while reading, if the file as a whole is not of this format (no
    ///     header, not UTF-8)
    Stream<Row> read(InputStream file, ImportFormat format);

    /// @see RowFormats#read
    sealed interface Row {

        /// Where the row begins, counted from 1.
        long line();

        /// The row as it stands in the file, for the error report; at most 10,000 characters of it.
        String text();

        /// @param cells the row's values by column, empty ones left out; all values of a CSV are
        ///     [texts][RawAnswer.Text]; nested values of NDJSON have columns such as `answers.score` and
        ///     `respondent.attributes.plan`
        record Cells(long line, String text, Map<String, RawAnswer> cells) implements Row {
            public Cells {
                cells = Map.copyOf(cells);
            }
        }

        record Broken(long line, String text, String problem) implements Row {}
    }
}

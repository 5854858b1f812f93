package org.luaplatform.adapters.documents.learn;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.RowFormats.Row;

/// Reads a file that never is anywhere as a whole, in a process of its own, so that its heap can be small.
final class LongFile extends InputStream {

    private static final String WORDS = "The queue was long, and nobody told us why. ".repeat(5);

    private final ImportFormat format;
    private final long rows;
    private long row;
    private byte[] line;
    private int position;

    private LongFile(ImportFormat format, long rows) {
        this.format = format;
        this.rows = rows;
        this.line = (format == ImportFormat.CSV ? "id,answers.why,answers.score" : "").getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) {
        var format = ImportFormat.valueOf(arguments[0]);
        var count = new AtomicLong();
        var last = new AtomicLong();
        try (Stream<Row> rows = new FileRows().read(new LongFile(format, Long.parseLong(arguments[1])), format)) {
            rows.filter(Row.Cells.class::isInstance).forEach(row -> {
                count.incrementAndGet();
                last.set(row.line() - 1);
            });
        }
        System.out.println(count + " rows, the last in line " + last);
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("one by one takes too long");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == line.length) {
            if (row == rows) {
                return -1;
            }
            row++;
            line = text().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, into, offset, count);
        position += count;
        return count;
    }

    private String text() {
        return switch (format) {
            case CSV -> "\nrow-" + row + ",\"" + WORDS + "\"," + row % 6;
            case NDJSON ->
                "\n{\"id\":\"row-" + row + "\",\"answers\":{\"why\":\"" + WORDS + "\",\"score\":" + row % 6 + "}}";
        };
    }
}

package org.luaplatform.adapters.documents.learn;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.RowFormats.Row;

/// The rows of a CSV file.
final class CsvRows extends Spliterators.AbstractSpliterator<Row> {

    private static final CsvReaderBuilder PARSER = CsvReader.builder();

    private final CsvRecords records;
    private List<String> header = List.of();

    CsvRows(InputStream file) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.records = new CsvRecords(file);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        if (header.isEmpty()) {
            header = header();
        }
        Optional<CsvRecords.Raw> record = records.next();
        record.map(this::row).ifPresent(action);
        return record.isPresent();
    }

    private List<String> header() {
        CsvRecords.Raw record = records.next()
                .orElseThrow(() -> new Invalid(Pointer.ROOT, "must begin with a line that names columns"));
        List<String> names = switch (record.shape()) {
            case WHOLE ->
                cells(record.text())
                        .orElseThrow(() -> new Invalid(Pointer.ROOT, "has a first line with misplaced quotes"));
            case TOO_LONG -> throw new Invalid(Pointer.ROOT, "has a first line that is too long");
            case UNCLOSED -> throw new Invalid(Pointer.ROOT, "has a quote in its first line that is never closed");
        };
        return checked(names.stream().map(String::strip).toList());
    }

    private static List<String> checked(List<String> names) {
        if (names.size() > FileRows.MOST_CSV_COLUMNS) {
            throw new Invalid(Pointer.ROOT, "must have at most " + FileRows.MOST_CSV_COLUMNS + " columns");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new Invalid(Pointer.ROOT, "has no name for its column " + (i + 1));
            }
            if (name.length() > Limits.LONGEST_COLUMN) {
                throw new Invalid(
                        Pointer.ROOT,
                        "has a name of more than " + Limits.LONGEST_COLUMN + " characters for its column " + (i + 1));
            }
            if (!seen.add(name)) {
                throw new Invalid(Pointer.ROOT, "has two columns with the name " + name);
            }
        }
        return names;
    }

    private Row row(CsvRecords.Raw record) {
        return switch (record.shape()) {
            case WHOLE ->
                cells(record.text())
                        .map(cells -> row(record, cells))
                        .orElseGet(() -> broken(record, "has something between a closing quote and the next comma"));
            case TOO_LONG -> broken(record, "is longer than " + Limits.LONGEST_ROW + " characters");
            case UNCLOSED -> broken(record, "has a quote that is never closed, so that nothing after it can be read");
        };
    }

    private Row row(CsvRecords.Raw record, List<String> cells) {
        if (cells.size() != header.size()) {
            return broken(record, "has " + cells.size() + " cells instead of " + header.size());
        }
        int length = 0;
        Map<String, RawAnswer> byColumn = HashMap.newHashMap(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = Formulas.unguarded(cells.get(i));
            length += cell.length();
            if (!cell.isEmpty()) {
                byColumn.put(header.get(i), new RawAnswer.Text(cell));
            }
        }
        return length > Limits.LONGEST_CONTENT
                ? broken(record, "has values of more than " + Limits.LONGEST_CONTENT + " characters")
                : new Row.Cells(record.line(), Limits.excerpt(record.text()), byColumn);
    }

    private static Row broken(CsvRecords.Raw record, String problem) {
        return new Row.Broken(record.line(), Limits.excerpt(record.text()), problem);
    }

    private static Optional<List<String>> cells(String record) {
        try {
            return Optional.of(PARSER.ofSingleCsvRecord(record).getFields());
        } catch (CsvParseException _) {
            return Optional.empty();
        }
    }
}

package org.luaplatform.adapters.documents.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.RowFormats;
import org.luaplatform.domain.learn.RowFormats.Row;
import org.luaplatform.domain.learn.testing.RowFormatsContract;

final class FileRowsTest implements RowFormatsContract {

    @Override
    public RowFormats formats() {
        return new FileRows();
    }

    @ParameterizedTest
    @EnumSource
    void a_million_rows_go_through_a_heap_of_64_MB(ImportFormat format) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongFile.class.getName(),
                        format.name(),
                        "1000000")
                .redirectErrorStream(true)
                .start();

        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.strip()).isEqualTo("1000000 rows, the last in line 1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1+1", "'@cmd", "'-good", "'\t=x", "''=x"})
    void a_cell_behind_an_apostrophe_that_guards_it_is_read_without(String cell) {
        List<Row> rows = read("a\n" + cell + "\n", ImportFormat.CSV);

        assertThat(((Row.Cells) rows.getFirst()).cells()).containsEntry("a", new RawAnswer.Text(cell.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-5", "'-5", "'tis", "'", "-", "+49 30 1234"})
    void any_other_cell_is_read_as_it_is(String cell) {
        List<Row> rows = read("a\n" + cell + "\n", ImportFormat.CSV);

        assertThat(((Row.Cells) rows.getFirst()).cells()).containsEntry("a", new RawAnswer.Text(cell));
    }

    @Test
    void names_of_columns_stand_without_the_blanks_around_them() {
        List<Row> rows = read("score, why\n1,x\n", ImportFormat.CSV);

        assertThat(((Row.Cells) rows.getFirst()).cells()).containsKey("why");
    }

    @Test
    void a_header_has_bounds() {
        String many = IntStream.rangeClosed(1, FileRows.MOST_CSV_COLUMNS + 1)
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(many, ImportFormat.CSV)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read("n".repeat(257), ImportFormat.CSV)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read("n".repeat(3_000_000), ImportFormat.CSV)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read("\"a\"b,c\n", ImportFormat.CSV)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[LIST]}",
                "{\"a\":\"TEXT\",\"b\":[\"TEXT\"]}",
                "{\"NAME\":{\"NAME\":1}}",
                "{\"a.b\":1,\"a\":{\"b\":2}}"
            })
    void an_object_that_holds_too_much_is_broken(String line) {
        String row = line.replace("LIST", "1" + ",1".repeat(1_000))
                .replace("TEXT", "t".repeat(140_000))
                .replace("NAME", "n".repeat(200));

        List<Row> rows = read(row + "\n{\"a\":1}\n", ImportFormat.NDJSON);

        assertThat(rows.getFirst()).isInstanceOf(Row.Broken.class);
        assertThat(rows.getLast()).isInstanceOf(Row.Cells.class);
    }

    @Test
    void a_list_within_a_list_is_no_answer() {
        List<Row> rows = read("{\"a\":[[1]]}", ImportFormat.NDJSON);

        assertThat(((Row.Cells) rows.getFirst()).cells())
                .containsEntry("a", new RawAnswer.Many(List.of(new RawAnswer.Unreadable())));
    }

    @Test
    void half_a_pair_is_never_shown() {
        List<Row> rows = read("why\n" + "w".repeat(9_999) + "😀\n", ImportFormat.CSV);

        assertThat(rows.getFirst().text()).isEqualTo("w".repeat(9_999));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_cannot_be_read_is_no_file_that_ended(ImportFormat format) {
        var torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public void close() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        Stream<Row> rows = formats().read(torn, format);

        assertThatThrownBy(rows.iterator()::next).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(rows::close).isInstanceOf(UncheckedIOException.class);
    }

    private List<Row> read(String file, ImportFormat format) {
        try (Stream<Row> rows =
                formats().read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), format)) {
            return rows.toList();
        }
    }
}

package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.RowFormats;
import org.luaplatform.domain.learn.RowFormats.Row;

/// What every reader of files promises.
public interface RowFormatsContract {

    RowFormats formats();

    @Test
    default void a_csv_gives_its_cells_as_texts_by_column() {
        List<Row> rows = csv("score,why\r\n2,\"Queues, long ones\"\r\n5,\"They said \"\"soon\"\"\"\r\n");

        assertThat(rows)
                .containsExactly(
                        new Row.Cells(
                                2,
                                "2,\"Queues, long ones\"",
                                Map.of("score", text("2"), "why", text("Queues, long ones"))),
                        new Row.Cells(
                                3,
                                "5,\"They said \"\"soon\"\"\"",
                                Map.of("score", text("5"), "why", text("They said \"soon\""))));
    }

    @ParameterizedTest
    @EnumSource
    default void every_line_end_and_none_at_the_end_is_fine(LineEnd end) {
        List<Row> rows = csv(String.join(end.text, "a,b", "1,2", "", "3,4"));

        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(rows).extracting(Row::text).containsExactly("1,2", "3,4");
    }

    @Test
    default void a_cell_over_several_lines_keeps_them_and_the_next_row_its_line() {
        List<Row> rows = csv("a,b\n\"one\ntwo\r\nthree\",x\ny,z\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 5L);
        assertThat(cells(rows.getFirst())).containsEntry("a", text("one\ntwo\r\nthree"));
    }

    @Test
    default void empty_cells_are_left_out_and_blanks_within_cells_are_kept() {
        List<Row> rows = csv("a,b,c\n,\"\", x \n");

        assertThat(cells(rows.getFirst())).isEqualTo(Map.of("c", text(" x ")));
    }

    @Test
    default void a_row_with_more_or_fewer_cells_than_the_header_is_broken_among_good_ones() {
        List<Row> rows = csv("a,b\n1,2\n3\n4,5,6\n7,8\n");

        assertThat(rows).extracting(RowFormatsContract::kind).containsExactly("cells", "broken", "broken", "cells");
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows.get(2)).isEqualTo(new Row.Broken(4, "4,5,6", "has 3 cells instead of 2"));
    }

    @Test
    default void a_misplaced_quote_breaks_its_row_only() {
        List<Row> rows = csv("a,b\n\"great\" they say,2\n5\" screen,x\n");

        assertThat(rows).extracting(RowFormatsContract::kind).containsExactly("broken", "cells");
        assertThat(cells(rows.getLast())).containsEntry("a", text("5\" screen"));
    }

    @Test
    default void a_quote_that_is_never_closed_breaks_the_rest_of_the_file() {
        List<Row> rows = csv("a,b\n1,2\n\"open,3\n4,5\n");

        assertThat(rows).extracting(RowFormatsContract::kind).containsExactly("cells", "broken");
        assertThat(rows.getLast().line()).isEqualTo(3);
        assertThat(rows.getLast().text()).isEqualTo("\"open,3\n4,5\n");
    }

    @ParameterizedTest
    @EnumSource
    default void a_byte_order_mark_is_no_part_of_the_first_name(ImportFormat format) {
        List<Row> rows = read("\uFEFF" + one(format), format);

        assertThat(rows).hasSize(1);
        assertThat(cells(rows.getFirst())).containsKey("why");
    }

    @ParameterizedTest
    @EnumSource
    default void characters_of_every_length_are_read(ImportFormat format) {
        List<Row> rows = read(one(format).replace("ok", "é 語 😀"), format);

        assertThat(cells(rows.getFirst())).containsEntry("why", text("é 語 😀"));
    }

    @ParameterizedTest
    @EnumSource
    default void a_file_that_is_not_utf_8_is_refused_where_it_stops_being_so(ImportFormat format) {
        String twoRows =
                format == ImportFormat.CSV ? "why\nok\ncaf\u00e9\n" : "{\"why\":\"ok\"}\n{\"why\":\"caf\u00e9\"}\n";
        InputStream file = new ByteArrayInputStream(twoRows.getBytes(StandardCharsets.ISO_8859_1));

        try (Stream<Row> rows = formats().read(file, format)) {
            var iterator = rows.iterator();

            assertThat(cells(iterator.next())).containsEntry("why", text("ok"));
            assertThatThrownBy(iterator::next).isInstanceOf(Invalid.class).hasMessageContaining("UTF-8");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void the_text_of_a_long_row_is_cut(ImportFormat format) {
        String words = "w".repeat(12_000);

        List<Row> rows = read(one(format).replace("ok", words), format);

        assertThat(rows.getFirst().text()).hasSize(10_000);
        assertThat(cells(rows.getFirst())).containsEntry("why", text(words));
    }

    @ParameterizedTest
    @EnumSource
    default void a_row_of_unreasonable_size_is_broken_and_hides_no_other(ImportFormat format) {
        String good = one(format);
        String last = good.substring(good.indexOf('\n') < good.length() - 1 ? good.indexOf('\n') + 1 : 0);

        List<Row> rows = read(good + last.replace("ok", "w".repeat(20_000_000)) + last, format);

        assertThat(rows).extracting(RowFormatsContract::kind).containsExactly("cells", "broken", "cells");
        assertThat(rows.get(1).text()).hasSize(10_000);
    }

    @ParameterizedTest
    @EnumSource
    default void closing_the_rows_closes_the_file(ImportFormat format) {
        var closed = new AtomicBoolean();
        var file = new ByteArrayInputStream(one(format).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try (Stream<Row> rows = formats().read(file, format)) {
            assertThat(rows.findFirst()).isPresent();
        }

        assertThat(closed).isTrue();
    }

    @Test
    default void rows_of_csv_need_a_header_that_names_every_column_differently() {
        assertThatThrownBy(() -> csv("")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> csv("a,,c\n1,2,3\n"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("column 2");
        assertThatThrownBy(() -> csv("a,b,a\n1,2,3\n"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("name a");
        assertThatThrownBy(() -> csv("a,\"b\n1,2\n")).isInstanceOf(Invalid.class);
    }

    @Test
    default void a_header_alone_is_a_file_without_rows() {
        assertThat(csv("a,b\n")).isEmpty();
        assertThat(ndjson("")).isEmpty();
    }

    @Test
    default void ndjson_gives_values_of_their_kinds_by_column() {
        List<Row> rows = ndjson("""
                {"id":"c-1","answers":{"why":"ok","score":2,"half":0.5,"again":true,"skipped":null},"respondent":{"ref":"r","attributes":{"plan":"gold"}}}
                """);

        assertThat(cells(rows.getFirst()))
                .isEqualTo(Map.of(
                        "id",
                        text("c-1"),
                        "answers.why",
                        text("ok"),
                        "answers.score",
                        new RawAnswer.Numeric(BigDecimal.valueOf(2)),
                        "answers.half",
                        new RawAnswer.Numeric(new BigDecimal("0.5")),
                        "answers.again",
                        new RawAnswer.Bool(true),
                        "answers.skipped",
                        new RawAnswer.Nothing(),
                        "respondent.ref",
                        text("r"),
                        "respondent.attributes.plan",
                        text("gold")));
    }

    @Test
    default void ndjson_gives_lists_and_what_was_written_under_other() {
        List<Row> rows = ndjson("""
                {"answers":{"where":["north",{"other":"At sea"}],"who":{"other":"A friend"},"what":{"is":"this"}},"how":{"other":"By bus"}}
                """);

        assertThat(cells(rows.getFirst()))
                .isEqualTo(Map.of(
                        "answers.where", new RawAnswer.Many(List.of(text("north"), new RawAnswer.Other("At sea"))),
                        "answers.who", new RawAnswer.Other("A friend"),
                        "answers.what", new RawAnswer.Unreadable(),
                        "how", new RawAnswer.Other("By bus")));
    }

    @Test
    default void a_field_or_an_attribute_may_be_called_other() {
        List<Row> rows = ndjson(
                "{\"answers\":{\"other\":\"x\"},\"respondent\":{\"ref\":\"r\",\"attributes\":{\"other\":\"y\"}}}");

        assertThat(cells(rows.getFirst()))
                .containsEntry("answers.other", text("x"))
                .containsEntry("respondent.attributes.other", text("y"));
    }

    @Test
    default void bad_lines_of_ndjson_are_broken_among_good_ones_and_blank_lines_are_skipped() {
        List<Row> rows = ndjson("{\"a\":1}\n\n{\"a\":\nnull\n[1]\n  \r\n{\"a\":2}\r\n{\"a\":3,\"a\":4}");

        assertThat(rows)
                .extracting(RowFormatsContract::kind)
                .containsExactly("cells", "broken", "broken", "broken", "cells", "broken");
        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 4L, 5L, 7L, 8L);
        assertThat(rows.get(1).text()).isEqualTo("{\"a\":");
    }

    @ParameterizedTest
    @EnumSource
    default void rows_are_read_only_as_they_are_asked_for(ImportFormat format) {
        String all = one(format) + "x".repeat(1_000_000);
        var file = new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8));

        try (Stream<Row> rows = formats().read(file, format)) {
            assertThat(rows.findFirst()).isPresent();
        }

        assertThat(file.available()).isGreaterThan(800_000);
    }

    private List<Row> csv(String file) {
        return read(file, ImportFormat.CSV);
    }

    private List<Row> ndjson(String file) {
        return read(file, ImportFormat.NDJSON);
    }

    private List<Row> read(String file, ImportFormat format) {
        try (Stream<Row> rows =
                formats().read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), format)) {
            return rows.toList();
        }
    }

    /// A file with one row that says `why: ok`.
    private static String one(ImportFormat format) {
        return switch (format) {
            case CSV -> "why\nok\n";
            case NDJSON -> "{\"why\":\"ok\"}\n";
        };
    }

    private static String kind(Row row) {
        return switch (row) {
            case Row.Cells _ -> "cells";
            case Row.Broken _ -> "broken";
        };
    }

    private static Map<String, RawAnswer> cells(Row row) {
        assertThat(row).isInstanceOf(Row.Cells.class);
        return ((Row.Cells) row).cells();
    }

    private static RawAnswer text(String value) {
        return new RawAnswer.Text(value);
    }

    enum LineEnd {
        LF("\n"),
        CR("\r"),
        CRLF("\r\n");

        final String text;

        LineEnd(String text) {
            this.text = text;
        }
    }
}

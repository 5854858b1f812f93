package org.luaplatform.adapters.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @Test
    void an_object_is_read_in_its_order_with_values_of_plain_types() throws MalformedJson {
        Document read = parse("""
                {"text": "a\\u00e9\\n\\ud83d\\ude00", "whole": -12, "real": 2.5, "yes": true, "nothing": null,
                 "list": [1, "b", [], {}], "inner": {"z": 1, "a": 2}}
                """);

        assertThat(read.fields())
                .containsExactly(
                        entry("text", "aé\n😀"),
                        entry("whole", -12L),
                        entry("real", 2.5),
                        entry("yes", true),
                        entry("nothing", Document.Nothing.NOTHING),
                        entry("list", List.of(1L, "b", List.of(), Document.EMPTY)),
                        entry("inner", Document.of(Map.of("z", 1, "a", 2))));
        assertThat(read.document("inner").fields().keySet()).containsExactly("z", "a");
    }

    @Test
    void what_is_written_is_read_back_as_it_was() throws MalformedJson {
        Document document = Document.builder()
                .put("empty", "")
                .put("odd", "\u0000\u001f\"\\/\u007f\u2028😀")
                .put("least", Long.MIN_VALUE)
                .put("most", Long.MAX_VALUE)
                .put("huge", new BigDecimal(BigInteger.TWO.pow(100)))
                .put("tenth", 0.1)
                .put("tiny", 4.9E-324)
                .put("exact", new BigDecimal("0.12345678901234567890"))
                .put("no", false)
                .putNothing("nothing")
                .putTexts("texts", List.of("a", ""))
                .putDocuments("documents", List.of(Document.EMPTY))
                .build();

        byte[] written = Json.bytes(document);

        assertThat(Json.parse(written)).isEqualTo(document);
        assertThat(Json.stored(written).fields().keySet())
                .containsExactlyElementsOf(document.fields().keySet());
    }

    @Test
    void long_texts_are_written_and_read_whole() throws MalformedJson {
        String text = "é😀x".repeat(100_000);

        assertThat(parse(Json.text(Document.builder().put("t", text).build())).text("t"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | is empty                                  | 1 | 1",
                "'  '              | is empty                                  | 1 | 1",
                "[]                | is not an object                          | 1 | 1",
                "'\"a\"'           | is not an object                          | 1 | 1",
                "{                 | ends too early                            | 1 | 2",
                "'{\"a\":'         | ends too early                            | 1 | 6",
                "'{\"a\":\"b'      | ends too early                            | 1 | 8",
                "'{\"a\":1}{}'     | goes on after its end                     | 1 | 8",
                "'{\"a\":1} x'     | is not JSON                               | 1 | 10",
                "'{\"a\":1,}'      | is not JSON                               | 1 | 9",
                "'{\"a\":1,\"a\":2}' | has a name twice in one object          | 1 | 12",
                "'{\"a\":NaN}'     | is not JSON                               | 1 | 9",
                "'{\"a\":-Infinity}' | is not JSON                             | 1 | 15",
                "'{\"a\":01}'      | is not JSON                               | 1 | 7",
                "'{a:1}'           | is not JSON                               | 1 | 3",
                "'{''a'':1}'       | is not JSON                               | 1 | 3",
                "'{\"a\":1 /*c*/}' | is not JSON                               | 1 | 9",
                "'{\"a\":1e999999999}' | has a number that is too large or too small | 1 | 6",
                "'{\"a\":1e-99999}'  | has a number that is too large or too small | 1 | 6",
                "'{\"a\":1e99999999999}' | has a number that is too large       | 1 | 6",
            })
    void what_is_not_one_json_object_is_refused_with_the_place(String text, String problem, int line, int column) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse(text))
                .satisfies(malformed -> {
                    assertThat(malformed.problem()).isEqualTo(problem);
                    assertThat(malformed.line()).isEqualTo(line);
                    assertThat(malformed.column()).isEqualTo(column);
                });
    }

    @Test
    void the_place_of_a_mistake_is_counted_in_lines_and_characters() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse("{\"ä\": 1,\n \"é\": x}"))
                .satisfies(malformed -> {
                    assertThat(malformed.line()).isEqualTo(2);
                    assertThat(malformed.column()).isBetween(7, 8);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_ends_at_32_levels(String level) throws MalformedJson {
        String end = level.equals("[") ? "]" : "}";
        String deepest = "{\"a\":" + level.repeat(31) + (level.equals("[") ? "" : "1") + end.repeat(31) + "}";
        String deeper = "{\"a\":" + level.repeat(32) + (level.equals("[") ? "" : "1") + end.repeat(32) + "}";

        assertThat(parse(deepest).has("a")).isTrue();
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse(deeper))
                .satisfies(malformed -> assertThat(malformed.problem()).isEqualTo("is nested deeper than 32 levels"));
    }

    @Test
    void a_million_opening_brackets_are_refused_and_not_a_stack_overflow() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse("{\"a\":" + "[".repeat(1_000_000)))
                .satisfies(malformed -> assertThat(malformed.problem()).isEqualTo("is nested deeper than 32 levels"));
    }

    @Test
    void names_and_numbers_are_bounded() {
        String longName = "{\"" + "n".repeat(Json.LONGEST_NAME + 1) + "\": 1}";
        String longNumber = "{\"a\": " + "1".repeat(Json.LONGEST_NUMBER + 1) + "}";

        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse(longName))
                .satisfies(malformed ->
                        assertThat(malformed.problem()).isEqualTo("has a name of more than 256 characters"));
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> parse(longNumber))
                .satisfies(malformed ->
                        assertThat(malformed.problem()).isEqualTo("has a number of more than 100 characters"));
    }

    @Test
    void a_number_is_kept_exactly() throws MalformedJson {
        Document read = parse("{\"a\": 0.1, \"b\": 0.10000000000000000001, \"c\": 9223372036854775808, \"d\": 1e3, "
                + "\"e\": 2.50, \"f\": -0, \"g\": 1e308, \"h\": 1e309}");

        assertThat(read.fields().values())
                .containsExactly(
                        0.1,
                        new BigDecimal("0.10000000000000000001"),
                        new BigDecimal("9223372036854775808"),
                        1000.0,
                        2.5,
                        0L,
                        1e308,
                        new BigDecimal("1e309"));
    }

    @Test
    void half_a_surrogate_pair_becomes_a_replacement_character() throws MalformedJson {
        assertThat(parse("{\"a\": \"x\\ud83d\", \"b\": \"\\ude00\\ud83d y\"}"))
                .isEqualTo(Document.of(Map.of("a", "x\uFFFD", "b", "\uFFFD\uFFFD y")));
        assertThat(Json.text(Document.of(Map.of("a", "cut\ud83d")))).isEqualTo("{\"a\":\"cut\uFFFD\"}");
    }

    @Test
    void only_utf_8_is_read() {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};
        byte[] surrogate = {'{', '"', 'a', '"', ':', '\n', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        byte[] cut = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3};

        assertThat(List.of(overlong, surrogate, cut, "{}".getBytes(Charset.forName("UTF-16"))))
                .allSatisfy(
                        bytes -> assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> Json.parse(bytes)));
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> Json.parse(surrogate))
                .withMessage("is not UTF-8 (line 2, column 2)");
    }

    @Test
    void whatever_bytes_come_they_are_a_document_or_malformed() {
        var random = new Random(7);
        byte[] valid = Json.bytes(Document.of(Map.of("a", List.of(1, 2.5, true, "é😀"), "b", Map.of("c", "d"))));
        int documents = 0;
        int malformed = 0;

        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = valid.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Document read = Json.parse(damaged);
                assertThat(Json.stored(Json.bytes(read))).isEqualTo(read);
                documents++;
            } catch (MalformedJson _) {
                malformed++;
            }
        }

        assertThat(documents).isPositive();
        assertThat(malformed).isPositive();
    }

    @Test
    void a_damaged_stored_document_is_nobodys_input() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Json.stored("{".getBytes(UTF_8)))
                .withMessageContaining("ends too early");
    }

    private static Document parse(String text) throws MalformedJson {
        return Json.parse(text.getBytes(UTF_8));
    }
}

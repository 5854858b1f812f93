package org.luaplatform.adapters.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is written is JSON, whatever it says.
final class JsonWriterTest {

    private static JsonNode read(JsonWriter json) throws IOException {
        return new ObjectMapper().readTree(json.toBytes());
    }

    @Test
    void writes_values_of_every_kind_with_commas_between() {
        var json = new JsonWriter(1)
                .startObject()
                .field("text", "a")
                .field("whole", 7L)
                .field("real", 0.25)
                .field("round", 3.0)
                .field("flag", true)
                .field("exact", new BigDecimal("1.50"))
                .field("instant", Instant.parse("2026-11-25T10:00:00Z"))
                .field("date", LocalDate.parse("2026-11-25"))
                .field("there", Optional.of("b"))
                .field("absent", Optional.empty())
                .nullField("nothing")
                .startObject("inner")
                .endObject()
                .startArray("list")
                .value("x")
                .value(1L)
                .startObject()
                .endObject()
                .endArray()
                .strings("strings", List.of("p", "q"))
                .endObject();

        assertThat(new String(json.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"a\",\"whole\":7,\"real\":0.25,\"round\":3,\"flag\":true,\"exact\":1.50,"
                        + "\"instant\":\"2026-11-25T10:00:00Z\",\"date\":\"2026-11-25\",\"there\":\"b\",\"nothing\":null,"
                        + "\"inner\":{},\"list\":[\"x\",1,{}],\"strings\":[\"p\",\"q\"]}");
    }

    @Test
    void a_number_that_is_none_is_null() throws IOException {
        assertThat(read(new JsonWriter()
                        .startArray()
                        .value(Double.NaN)
                        .value(Double.POSITIVE_INFINITY)
                        .endArray()))
                .allMatch(JsonNode::isNull);
    }

    @Test
    void any_text_comes_back_as_it_was_but_for_halves_of_characters() throws IOException {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                int bits = 1 + random.nextInt(20);
                text.appendCodePoint(random.nextInt(Math.min(1 << bits, Character.MAX_CODE_POINT + 1)));
            }
            String expected = text.toString()
                    .codePoints()
                    .map(point -> point >= 0xd800 && point < 0xe000 ? 0xfffd : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            JsonNode read = read(
                    new JsonWriter().startObject().field("t", text.toString()).endObject());

            assertThat(read.path("t").asText()).isEqualTo(expected);
        }
    }
}

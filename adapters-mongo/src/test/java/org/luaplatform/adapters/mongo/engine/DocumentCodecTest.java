package org.luaplatform.adapters.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.documents.Document;

final class DocumentCodecTest {

    private final DocumentCodec codec = new DocumentCodec();

    @Test
    void every_kind_of_value_comes_back_as_it_was() {
        var document = Document.builder()
                .put("v", 1)
                .put("text", "Straße 😀 \u0000 end")
                .put("whole", Long.MIN_VALUE)
                .put("real", -0.1)
                .put("flag", true)
                .put("exact", new BigDecimal("12345678901234567890.1230"))
                .putNothing("nothing")
                .put("list", List.of("a", 1L, List.of(), Map.of("id", "inner")))
                .put(
                        "nested",
                        Document.builder()
                                .put("id", "x")
                                .put("deep", Document.EMPTY)
                                .build())
                .build();

        assertThat(decode(encode(document))).isEqualTo(document);
    }

    @Test
    void the_id_is_mongos_own_and_ids_further_within_are_not() {
        var document = Document.builder()
                .put("id", "a")
                .put("inner", Document.builder().put("id", "b").build())
                .build();

        BsonDocument stored = encode(document);

        assertThat(stored).isEqualTo(BsonDocument.parse("{_id: 'a', inner: {id: 'b'}}"));
        assertThat(decode(stored)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "$", "%", "a.b.c", "$set", "100%", "%2E", "%24%25", "a\u0000b", "😀.é", "wait time"})
    void a_name_is_what_mongo_takes_for_one_name_and_comes_back(String name) {
        var document =
                Document.builder().put("counts", Document.of(Map.of(name, 1L))).build();

        BsonDocument stored = encode(document);

        assertThat(stored.getDocument("counts").getFirstKey()).doesNotContain(".", "$", "\u0000");
        assertThat(decode(stored)).isEqualTo(document);
    }

    @Test
    void different_names_stay_different() {
        var document = Document.of(Map.of("a.b", 1L, "a%2Eb", 2L, "a%b", 3L, "a%25b", 4L));

        assertThat(encode(document)).hasSize(4);
        assertThat(decode(encode(document))).isEqualTo(document);
    }

    @Test
    void what_mongo_writes_by_itself_is_read_as_the_plain_value() {
        var stored = new BsonDocument("count", new BsonInt32(7)).append("at", new BsonDateTime(1_234L));

        assertThat(decode(stored)).isEqualTo(Document.of(Map.of("count", 7L, "at", 1_234L)));
    }

    @Test
    void what_no_document_can_hold_is_damage() {
        var stored = new BsonDocument("what", new BsonObjectId());

        assertThatIllegalStateException().isThrownBy(() -> decode(stored)).withMessageContaining("OBJECT_ID");
    }

    private BsonDocument encode(Document document) {
        var stored = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(stored),
                document,
                EncoderContext.builder().isEncodingCollectibleDocument(true).build());
        return stored;
    }

    private Document decode(BsonDocument stored) {
        return codec.decode(
                new BsonDocumentReader(stored), DecoderContext.builder().build());
    }
}

package org.luaplatform.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class DocumentTest {

    @Test
    void typed_readers_give_back_what_was_put() {
        Instant at = Instant.parse("2026-11-25T10:00:00.123Z");
        Document inner = Document.builder().put("x", 1).build();

        Document document = Document.builder()
                .put("text", "a")
                .put("whole", 7)
                .put("real", 0.5)
                .put("flag", true)
                .putMillis("at", at)
                .putMillis("never", Optional.empty())
                .put("some", Optional.of("b"))
                .put("none", Optional.empty())
                .put("inner", inner)
                .putTexts("texts", List.of("c"))
                .putDocuments("inners", List.of(inner))
                .build();

        assertThat(document.text("text")).isEqualTo("a");
        assertThat(document.whole("whole")).isEqualTo(7);
        assertThat(document.count("whole")).isEqualTo(7);
        assertThat(document.number("real")).isEqualTo(0.5);
        assertThat(document.number("whole")).isEqualTo(7.0);
        assertThat(document.flag("flag")).isTrue();
        assertThat(document.instant("at")).isEqualTo(at);
        assertThat(document.optionalInstant("never")).isEmpty();
        assertThat(document.optionalText("some")).contains("b");
        assertThat(document.optionalText("none")).isEmpty();
        assertThat(document.document("inner")).isEqualTo(inner);
        assertThat(document.optionalDocument("none")).isEmpty();
        assertThat(document.texts("texts")).containsExactly("c");
        assertThat(document.texts("none")).isEmpty();
        assertThat(document.documents("inners")).containsExactly(inner);
        assertThat(document.documents("none")).isEmpty();
        assertThat(document.has("text")).isTrue();
        assertThat(document.has("none")).isFalse();
    }

    @Test
    void nothing_counts_as_absent_and_is_still_there() {
        Document document = Document.builder().putNothing("a").build();

        assertThat(document.has("a")).isFalse();
        assertThat(document.optionalText("a")).isEmpty();
        assertThat(document.fields()).containsEntry("a", Document.Nothing.NOTHING);
    }

    @Test
    void a_whole_number_may_be_written_as_a_real_one() {
        Document document = Document.of(Map.of("whole", 5.0, "broken", 5.5, "large", 1L << 40));

        assertThat(document.whole("whole")).isEqualTo(5);
        assertIsDamaged(() -> document.whole("broken"), "/broken is not a whole number: 5.5");
        assertIsDamaged(() -> document.count("large"), "/large is too large: 1099511627776");
    }

    @Test
    void what_does_not_fit_is_named_by_its_place() {
        Document document = Document.of(Map.of("a", List.of(Map.of("b", Map.of("c", 1)), "d")));
        Document wellFormed = Document.of(Map.of("a", List.of(Map.of("b", Map.of("c", 1)))));

        Document place = wellFormed.documents("a").getFirst().document("b");

        assertIsDamaged(() -> document.documents("a"), "/a is a String, not a Document");
        assertIsDamaged(() -> place.text("c"), "/a/0/b/c is a Long, not a String");
        assertIsDamaged(() -> place.text("d"), "/a/0/b/d is missing");
    }

    @Test
    void what_a_type_refuses_is_named_by_its_place() {
        Document document = Document.of(Map.of("n", "x"));

        assertIsDamaged(() -> document.read("n", Integer::valueOf), "/n is malformed: For input string: \"x\"");
        assertThat(document.readOptional("m", Integer::valueOf)).isEmpty();
    }

    @Test
    void a_map_becomes_a_document_of_plain_values() {
        Document document = Document.of(Map.of("a", List.of((short) 1, (byte) 2, 3, 4L, 1.5f)));

        assertThat(document.fields()).containsEntry("a", List.of(1L, 2L, 3L, 4L, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Document.of(Map.of("a", Instant.EPOCH)));
        assertThatIllegalArgumentException().isThrownBy(() -> Document.of(Map.of("a", Map.of(1, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> Document.of(Map.of("a", Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Document.builder().put("a", 1).put("a", 2));
    }

    @Test
    void a_changed_document_is_another_one() {
        Document document = Document.of(Map.of("a", 1));

        assertThat(document.with("a", 2)).isEqualTo(Document.of(Map.of("a", 2)));
        assertThat(document.with("b", "x").without("a")).isEqualTo(Document.of(Map.of("b", "x")));
        assertThat(document).isEqualTo(Document.of(Map.of("a", 1))).hasSameHashCodeAs(Document.of(Map.of("a", 1)));
    }

    @Test
    void its_text_tells_no_secrets() {
        assertThat(Document.of(Map.of("a", "secret"))).hasToString("Document[a]");
    }

    private static void assertIsDamaged(ThrowingCallable reading, String message) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(reading)
                .withMessage(message);
    }
}

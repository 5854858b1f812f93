package org.luaplatform.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.understand.SentimentLabel;

final class StoredTest {

    @Test
    void a_versioned_thing_keeps_its_revision_beside_it() {
        Document document =
                Stored.with(new Revision(3), Stored.document("a").put("x", "y").build());

        Versioned<String> read = Stored.versioned(document, stored -> stored.text("x"));

        assertThat(read).isEqualTo(new Versioned<>("y", new Revision(3)));
        assertThat(document.fields().keySet()).containsExactly("v", "id", "x", "revision");
    }

    @Test
    void a_form_of_a_later_version_is_not_guessed_at() {
        Document document = Stored.document("a").build().with("v", 2);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Stored.read(document, () -> "a"))
                .withMessage("/v is a form of a newer version: 2");
    }

    @Test
    void what_the_model_refuses_is_a_damaged_store_and_no_mistake_of_a_caller() {
        Document document = Stored.document("a").build();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Stored.read(document, () -> {
                    throw new Invalid(Pointer.ROOT, "is bad");
                }))
                .withMessage("Document[v, id] is malformed: / is bad");
    }

    @Test
    void parts_make_an_id() {
        assertThat(Stored.id("a", "b", "c:d")).isEqualTo("a:b:c:d");
    }

    @ParameterizedTest
    @EnumSource
    void a_constant_is_spelled_and_read(SentimentLabel label) {
        assertThat(EnumText.to(SentimentLabel.class, EnumText.of(label))).isEqualTo(label);
    }

    @Test
    void constants_are_spelled_like_fields() {
        assertThat(EnumText.of(SentimentLabel.NOT_ASSESSED)).isEqualTo("notAssessed");
        assertThatIllegalArgumentException().isThrownBy(() -> EnumText.to(SentimentLabel.class, "unheardOf"));
    }

    @ParameterizedTest
    @EnumSource
    void a_collection_is_found_by_its_name(DocumentCollection collection) {
        assertThat(DocumentCollection.of(collection.text())).isEqualTo(collection);
    }

    @Test
    void collections_have_names_of_their_own() {
        assertThat(Arrays.stream(DocumentCollection.values()).map(DocumentCollection::text))
                .doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentCollection.of("unheard-of"));
    }
}

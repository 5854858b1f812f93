package org.luaplatform.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.understand.SentimentLabel;

final class EnumNamesTest {

    @Test
    void constants_are_spelt_in_camel_case() {
        assertThat(Stream.of(SentimentLabel.values()).map(EnumNames::of))
                .containsExactly("positive", "neutral", "negative", "notAssessed");
    }

    @ParameterizedTest
    @EnumSource
    void each_constant_is_found_by_its_name(Condition.Subject subject) {
        assertThat(EnumNames.find(Condition.Subject.class, EnumNames.of(subject)))
                .hasValue(subject);
    }

    @Test
    void other_names_are_not_found() {
        assertThat(EnumNames.find(SentimentLabel.class, "NOT_ASSESSED")).isEmpty();
    }

    @Test
    void an_unknown_name_in_a_stored_document_is_damage() {
        var document = Document.builder().put("label", "angry").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> EnumNames.read(document, "label", SentimentLabel.class))
                .withMessage("/label is unknown: angry");
    }
}

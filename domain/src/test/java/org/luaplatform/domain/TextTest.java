package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.Refusals.violations;

import org.junit.jupiter.api.Test;

class TextTest {

    private static final Pointer PLACE = Pointer.to("title");

    @Test
    void a_text_loses_the_white_space_around_it_and_nothing_within() {
        assertThat(Text.required(" \t a  b\u2003\n", 10, PLACE)).isEqualTo("a  b");
    }

    @Test
    void a_text_may_be_as_long_as_it_may() {
        assertThat(Text.required(" 12345 ", 5, PLACE)).isEqualTo("12345");
    }

    @Test
    void a_longer_text_is_refused() {
        assertThat(violations(() -> Text.required("123456", 5, PLACE)))
                .containsExactly("/title must have at most 5 characters");
    }

    @Test
    void a_blank_text_is_refused() {
        assertThat(violations(() -> Text.required("", 5, PLACE))).containsExactly("/title must not be blank");
        assertThat(violations(() -> Text.required(" \n\t ", 5, PLACE))).containsExactly("/title must not be blank");
    }

    @Test
    void ids_have_small_letters_and_digits_and_nothing_else() {
        assertThat(Text.isId("azertyuiop0123456789")).isTrue();
        assertThat(Text.isId("z")).isTrue();
        for (String other : new String[] {"", "A", "a-b", "a b", "a/b", "é", "a\n", "a`", "a{", "/", ":"}) {
            assertThat(Text.isId(other)).as(other).isFalse();
        }
    }

    @Test
    void ids_have_at_most_64_characters() {
        assertThat(Text.isId("a".repeat(64))).isTrue();
        assertThat(Text.isId("a".repeat(65))).isFalse();
    }
}

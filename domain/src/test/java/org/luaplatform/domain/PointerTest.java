package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PointerTest {

    @Test
    void goes_from_the_whole_input_to_a_place_within() {
        assertThat(Pointer.ROOT.value()).isEmpty();
        assertThat(Pointer.to("answers").child("score").value()).isEqualTo("/answers/score");
        assertThat(Pointer.to("fields").child(3).child("key").value()).isEqualTo("/fields/3/key");
    }

    @Test
    void escapes_what_has_a_meaning_in_pointers() {
        assertThat(Pointer.to("a/b~c").value()).isEqualTo("/a~1b~0c");
        assertThat(Pointer.to("~1").value()).isEqualTo("/~01");
        assertThat(Pointer.to("").value()).isEqualTo("/");
    }

    @Test
    void continues_along_another() {
        assertThat(Pointer.to("a").append(Pointer.to("b"))).isEqualTo(new Pointer("/a/b"));
        assertThat(Pointer.to("a").append(Pointer.ROOT)).isEqualTo(Pointer.to("a"));
    }

    @Test
    void begins_with_a_slash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pointer("answers"))
                .withMessageContaining("answers");
    }

    @Test
    void reads_as_a_slash_where_it_means_everything() {
        assertThat(Pointer.ROOT).hasToString("/");
        assertThat(Pointer.to("a")).hasToString("/a");
    }
}

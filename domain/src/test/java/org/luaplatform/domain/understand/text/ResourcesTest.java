package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    @Test
    void lines_are_read_without_comments_and_blank_ones() {
        assertThat(Resources.lines("lists-for-tests.txt"))
                .containsExactly("one: a b", "two: c", "one: d", "last: without a line end");
    }

    @Test
    void parts_stand_between_separators() {
        assertThat(Resources.parts(" a, b c ,,d", ',')).containsExactly("a", "b c", "d");
        assertThat(Resources.parts("", ',')).isEmpty();
    }

    @Test
    void lists_of_one_label_add_up() {
        LabelledLists lists = LabelledLists.read("lists-for-tests.txt");

        assertThat(lists.of("one")).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(lists.of("two")).containsExactly("c");
        assertThat(lists.of("three")).isEmpty();
    }

    @Test
    void a_missing_resource_is_named() {
        assertThatThrownBy(() -> Resources.bytes("missing.bin"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing.bin");
    }

    @Test
    void a_lazy_value_is_made_once() {
        AtomicInteger made = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }
}

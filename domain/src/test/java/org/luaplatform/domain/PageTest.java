package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_page_has_1_to_200_items() {
        assertThat(PageRequest.first(1).limit()).isEqualTo(1);
        assertThat(PageRequest.first(200).limit()).isEqualTo(200);
        for (int limit : new int[] {-1, 0, 201}) {
            assertThat(violations(() -> PageRequest.first(limit))).containsExactly("/limit must be between 1 and 200");
        }
    }

    @Test
    void the_first_page_begins_nowhere_and_the_next_after_it() {
        var first = PageRequest.first(7);

        assertThat(first.after()).isEmpty();
        assertThat(first.after(new Cursor("x"))).isEqualTo(new PageRequest(7, Optional.of(new Cursor("x"))));
    }

    @Test
    void nobody_adds_to_a_page() {
        List<String> items = new ArrayList<>(List.of("a"));
        var page = new Page<>(items, Optional.of(new Cursor("x")));
        items.add("b");

        assertThat(page.items()).containsExactly("a");
        assertThat(page.items()).isUnmodifiable();
    }

    @Test
    void the_last_page_has_no_next() {
        assertThat(Page.last(List.of("a"))).isEqualTo(new Page<>(List.of("a"), Optional.empty()));
    }

    @Test
    void a_page_of_other_things_goes_on_at_the_same_place() {
        var page = new Page<>(List.of("a", "bb"), Optional.of(new Cursor("x")));

        assertThat(page.map(String::length)).isEqualTo(new Page<>(List.of(1, 2), Optional.of(new Cursor("x"))));
    }
}

package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TallyTest {

    @Test
    void tallies_add_up_counter_by_counter() {
        var sum = new Tally(Map.of("a", 1L, "b", 2L)).plus(new Tally(Map.of("b", 3L, "c", 4L)));

        assertThat(sum).isEqualTo(new Tally(Map.of("a", 1L, "b", 5L, "c", 4L)));
    }

    @Test
    void what_was_added_can_be_taken_back_without_a_trace() {
        var added = new Tally(Map.of("a", 1L, "b", -2L));

        assertThat(added.negated()).isEqualTo(new Tally(Map.of("a", -1L, "b", 2L)));
        assertThat(added.plus(added.negated())).isEqualTo(Tally.NOTHING);
        assertThat(added.plus(added.negated()).isNothing()).isTrue();
        assertThat(added.isNothing()).isFalse();
    }

    @Test
    void what_is_not_counted_counts_zero() {
        assertThat(new Tally(Map.of("a", 0L)).counts()).isEmpty();
        assertThat(Tally.NOTHING.count("a")).isZero();
        assertThat(new Tally(Map.of("a", 7L)).count("a")).isEqualTo(7);
    }

    @Test
    void a_tally_does_not_change() {
        Map<String, Long> counts = new HashMap<>(Map.of("a", 1L));
        var tally = new Tally(counts);
        counts.put("a", 9L);

        assertThat(tally.count("a")).isEqualTo(1);
        assertThatThrownBy(() -> tally.counts().put("b", 1L)).isInstanceOf(UnsupportedOperationException.class);
    }
}

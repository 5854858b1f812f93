package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntTableTest {

    @Test
    void finds_the_place_of_each_key_and_of_no_other() {
        int[] keys = new Random(7).ints(5_000).distinct().toArray();
        IntTable table = new IntTable(keys);

        for (int place = 0; place < keys.length; place++) {
            assertThat(table.placeOf(keys[place])).isEqualTo(place);
        }
        assertThat(new Random(8).ints(5_000).filter(key -> table.placeOf(key) != IntTable.ABSENT))
                .isEmpty();
    }

    @Test
    void keys_that_meet_in_one_slot_are_told_apart() {
        int capacity = 8;
        IntTable table = new IntTable(new int[] {7, 7 + capacity, 7 + 2 * capacity, 0});

        assertThat(table.placeOf(7)).isZero();
        assertThat(table.placeOf(7 + capacity)).isEqualTo(1);
        assertThat(table.placeOf(7 + 2 * capacity)).isEqualTo(2);
        assertThat(table.placeOf(0)).isEqualTo(3);
        assertThat(table.placeOf(7 + 3 * capacity)).isEqualTo(IntTable.ABSENT);
    }

    @Test
    void an_empty_table_knows_nothing() {
        assertThat(new IntTable(new int[0]).placeOf(0)).isEqualTo(IntTable.ABSENT);
    }

    @Test
    void hashes_never_change_because_stored_models_depend_on_them() {
        assertThat(Hashes.of("staff")).isEqualTo(Hashes.of("the staff!", 4, 9));
        assertThat(Hashes.mix(1, 2)).isNotEqualTo(Hashes.mix(2, 1));
        assertThat(new int[] {Hashes.mix(0, 1), Hashes.mix(1, 2), Hashes.of("staff"), Hashes.of("")})
                .containsExactly(1961461474, -1423432260, 1062339293, 0);
    }
}

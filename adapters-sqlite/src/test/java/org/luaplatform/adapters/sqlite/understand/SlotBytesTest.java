package org.luaplatform.adapters.sqlite.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Tally;

final class SlotBytesTest {

    private static final Set<Integer> EVERY_SLOT =
            IntStream.range(0, Bucket.SLOTS).boxed().collect(Collectors.toSet());

    @Test
    void slots_are_read_as_they_were_written() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Map<Integer, Tally> slots = new TreeMap<>();
            for (int i = random.nextInt(96); i > 0; i--) {
                Map<String, Long> counts = new HashMap<>();
                for (int j = random.nextInt(20); j >= 0; j--) {
                    counts.put("counter " + random.nextInt(300), random.nextLong() >> random.nextInt(64) | 1);
                }
                slots.put(random.nextInt(96), new Tally(counts));
            }

            assertThat(SlotBytes.read(SlotBytes.of(slots), EVERY_SLOT)).isEqualTo(slots);
        }
    }

    @Test
    void any_number_and_any_name_survives() {
        Map<String, Long> counts = new HashMap<>();
        counts.put("", Long.MIN_VALUE);
        counts.put("most", Long.MAX_VALUE);
        counts.put("-1", -1L);
        counts.put("x".repeat(200), 63L);
        counts.put("😀 \u0000", 64L);

        assertThat(SlotBytes.read(SlotBytes.of(Map.of(95, new Tally(counts))), EVERY_SLOT))
                .isEqualTo(Map.of(95, new Tally(counts)));
    }

    @Test
    void slots_from_one_cut_to_the_next_are_added_up() {
        Map<Integer, Tally> slots = new TreeMap<>();
        IntStream.range(0, 96).forEach(slot -> slots.put(slot, new Tally(Map.of("n", 1L, "slot", (long) slot))));

        assertThat(SlotBytes.read(SlotBytes.of(slots), Set.of(90, 94)))
                .isEqualTo(Map.of(
                        0, new Tally(Map.of("n", 90L, "slot", 89L * 90 / 2)),
                        90, new Tally(Map.of("n", 4L, "slot", 90L + 91 + 92 + 93)),
                        94, new Tally(Map.of("n", 2L, "slot", 94L + 95))));
    }

    @Test
    void what_adds_up_to_nothing_is_not_there() {
        Map<Integer, Tally> slots = Map.of(
                0, new Tally(Map.of("n", 1L)),
                1, new Tally(Map.of("n", -1L)));

        assertThat(SlotBytes.read(SlotBytes.of(slots), Set.of())).isEmpty();
        assertThat(SlotBytes.read(SlotBytes.of(Map.of()), EVERY_SLOT)).isEmpty();
    }

    @Test
    void a_full_day_takes_little_room() {
        Map<Integer, Tally> slots = new TreeMap<>();
        for (int slot = 0; slot < 96; slot++) {
            Map<String, Long> counts = new HashMap<>();
            for (int counter = 0; counter < 12; counter++) {
                counts.put("sentiment.counter" + counter, 100L + slot);
            }
            slots.put(slot, new Tally(counts));
        }

        assertThat(SlotBytes.of(slots)).hasSizeLessThan(3_000);
    }

    @Test
    void a_later_format_is_not_guessed_at() {
        assertThatIllegalStateException().isThrownBy(() -> SlotBytes.read(new byte[] {2, 0}, EVERY_SLOT));
    }
}

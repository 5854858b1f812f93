package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;

class TimeSortedIdsTest {

    private static final RandomGenerator ALL_BITS_SET = () -> -1L;
    private static final RandomGenerator NO_BIT_SET = () -> 0L;

    @Test
    void begins_with_the_milliseconds_and_ends_with_chance() {
        assertThat(new TimeSortedIds(InstantSource.fixed(Instant.EPOCH), NO_BIT_SET).next())
                .isEqualTo("0".repeat(26));
        assertThat(new TimeSortedIds(InstantSource.fixed(Instant.ofEpochMilli(1)), NO_BIT_SET).next())
                .isEqualTo("00000000010000000000000000");
        assertThat(new TimeSortedIds(InstantSource.fixed(Instant.EPOCH), ALL_BITS_SET).next())
                .isEqualTo("0000000000zzzzzzzzzzzzzzzz");
        assertThat(new TimeSortedIds(InstantSource.fixed(Instant.ofEpochMilli((1L << 48) - 1)), ALL_BITS_SET).next())
                .isEqualTo("7zzzzzzzzzzzzzzzzzzzzzzzzz");
    }

    @Test
    void is_an_ulid_as_others_read_it() {
        // The example of the ULID specification: 01ARZ3NDEKTSV4RRFFQ69G5FAV was made at this moment.
        var clock = InstantSource.fixed(Instant.ofEpochMilli(1_469_922_850_259L));

        assertThat(new TimeSortedIds(clock, NO_BIT_SET).next()).startsWith("01arz3ndek");
    }

    @Test
    void can_be_the_name_of_anything() {
        var ids = new TimeSortedIds(new TestClock(), new Random(1));

        for (int i = 0; i < 1_000; i++) {
            assertThat(ids.next()).hasSize(26).matches(Text::isId);
        }
    }

    @Test
    void counts_up_within_one_millisecond() {
        var ids = new TimeSortedIds(new TestClock(), new Random(2));
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            given.add(ids.next());
        }

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void counts_up_where_the_lower_half_of_chance_is_exhausted() {
        long[] chance = {5, -1};
        var ids = new TimeSortedIds(new TestClock(), new RandomGenerator() {
            private int next;

            @Override
            public long nextLong() {
                return chance[next++];
            }
        });

        assertThat(List.of(ids.next(), ids.next(), ids.next())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void sorts_by_time() {
        var clock = new TestClock();
        var ids = new TimeSortedIds(clock, new Random(3));
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            given.add(ids.next());
            var _ = clock.advance(Duration.ofMillis(i % 3));
        }

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keeps_its_order_when_the_clock_steps_back() {
        var clock = new TestClock();
        var ids = new TimeSortedIds(clock, new Random(4));
        String before = ids.next();

        var _ = clock.advance(Duration.ofHours(-1));

        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void draws_anew_with_each_millisecond() {
        var clock = new TestClock();
        var ids = new TimeSortedIds(clock, new Random(5));
        String first = ids.next();
        var _ = clock.advance(Duration.ofMillis(1));

        assertThat(ids.next().substring(10)).isNotEqualTo(first.substring(10));
    }

    @Test
    void gives_no_id_twice_to_many_threads() {
        var ids = new TimeSortedIds(new TestClock(), new Random(6));

        var given = Concurrently.call(20, _ -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                mine.add(ids.next());
            }
            return mine;
        });

        assertThat(given).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(given.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }
}

package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestCounts.FIRST_DAY;
import static org.luaplatform.domain.understand.testing.TestCounts.change;
import static org.luaplatform.domain.understand.testing.TestCounts.everythingOf;
import static org.luaplatform.domain.understand.testing.TestCounts.figures;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Buckets.Selection;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.Tally;

/// What every adapter of [Buckets] promises.
public interface BucketsContract extends FeedbackPorts {

    @Test
    default void where_nothing_was_counted_there_are_no_buckets() {
        assertThat(buckets().read(TestOrganizations.anId(), everythingOf(Bucket.Kind.FIGURES)))
                .isEmpty();
    }

    @Test
    default void a_bucket_holds_what_was_added_to_its_slots() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);

        add(organization, change(bucket, 0, "volume", 2), change(bucket, 95, "volume", 3));
        add(organization, change(bucket, 0, "volume", 5), change(bucket, 1, "nps", -7));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .containsExactly(new Bucket(
                        bucket,
                        Map.of(
                                0, new Tally(Map.of("volume", 7L)),
                                1, new Tally(Map.of("nps", -7L)),
                                95, new Tally(Map.of("volume", 3L)))));
    }

    @Test
    default void several_changes_of_one_slot_in_one_plan_add_up() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);

        add(organization, change(bucket, 4, "volume", 2), change(bucket, 4, "volume", 3), change(bucket, 4, "nps", 1));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .containsExactly(new Bucket(bucket, Map.of(4, new Tally(Map.of("volume", 5L, "nps", 1L)))));
    }

    @Test
    default void what_was_taken_back_leaves_no_trace() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);
        add(organization, change(bucket, 4, "volume", 2), change(bucket, 5, "volume", 2));

        add(organization, change(bucket, 4, "volume", -2));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .extracting(one -> one.slots().getOrDefault(4, Tally.NOTHING))
                .containsExactly(Tally.NOTHING);
    }

    @Test
    default void counters_may_have_any_name() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);
        Map<String, Long> counts = new HashMap<>();
        for (String name : List.of(
                "a.b.c",
                "$set",
                ".",
                "..",
                "$",
                "%",
                "%2E",
                "~0",
                "a\"b'c\\d",
                "a b\tc\nd",
                "ünïcode 😀",
                "_id",
                "__proto__",
                "A",
                "a",
                "\u0001",
                "x".repeat(200))) {
            counts.put(name, (long) name.length());
        }

        add(organization, new CountingLane.Change(bucket, 3, new Tally(counts)));
        add(organization, new CountingLane.Change(bucket, 3, new Tally(counts)));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .containsExactly(new Bucket(bucket, Map.of(3, new Tally(counts).plus(new Tally(counts)))));
    }

    @Test
    default void large_counts_are_exact() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);
        long beyondDoubles = (1L << 53) + 1;

        add(organization, change(bucket, 0, "sum", beyondDoubles));
        add(organization, change(bucket, 0, "sum", 2));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .extracting(one -> one.slots().get(0))
                .containsExactly(new Tally(Map.of("sum", beyondDoubles + 2)));
    }

    @Test
    default void what_was_counted_between_two_cuts_is_there_in_sum() {
        var organization = TestOrganizations.anId();
        var bucket = figures(TestForms.anId(), FIRST_DAY);
        for (int slot = 0; slot < Bucket.SLOTS; slot++) {
            add(organization, change(bucket, slot, "volume", 1L << slot % 32), change(bucket, slot, "s" + slot, -1));
        }

        for (Set<Integer> cuts : List.of(Set.<Integer>of(), Set.of(0), Set.of(95), Set.of(1, 40, 88, 92))) {
            Selection selection = new Selection(
                    Bucket.Kind.FIGURES,
                    FIRST_DAY,
                    FIRST_DAY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    cuts);
            Map<Integer, Tally> expected = parts(everything(organization), cuts);

            assertThat(parts(buckets().read(organization, selection), cuts)).isEqualTo(expected);
        }
    }

    private List<Bucket> everything(OrganizationId organization) {
        return buckets().read(organization, everythingOf(Bucket.Kind.FIGURES));
    }

    /// What was counted in each part, by the slot with which that begins.
    private static Map<Integer, Tally> parts(List<Bucket> buckets, Set<Integer> cuts) {
        NavigableSet<Integer> beginnings = new TreeSet<>(cuts);
        beginnings.add(0);
        Map<Integer, Tally> parts = new TreeMap<>();
        buckets.forEach(bucket -> bucket.slots()
                .forEach((slot, tally) ->
                        parts.merge(Optional.ofNullable(beginnings.floor(slot)).orElseThrow(), tally, Tally::plus)));
        return parts;
    }

    @Test
    default void days_are_read_from_first_to_last_and_in_order() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        for (int day : new int[] {3, 1, 5, 2, 4}) {
            add(organization, change(figures(form, LocalDate.of(2026, 2, day)), 0, "volume", day));
        }

        var read = buckets()
                .read(
                        organization,
                        new Buckets.Selection(
                                Bucket.Kind.FIGURES,
                                LocalDate.of(2026, 2, 2),
                                LocalDate.of(2026, 2, 4),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));

        assertThat(read)
                .extracting(bucket -> bucket.key().day())
                .containsExactly(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 4));
    }

    @Test
    default void kinds_are_read_apart() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var figures = figures(form, FIRST_DAY);
        var topics = new Bucket.Key(Bucket.Kind.TOPICS, form, FIRST_DAY, Channel.API, Language.ENGLISH);

        add(organization, change(figures, 0, "volume", 1), change(topics, 0, "keyword", 2));

        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.FIGURES)))
                .extracting(Bucket::key)
                .containsExactly(figures);
        assertThat(buckets().read(organization, everythingOf(Bucket.Kind.TOPICS)))
                .extracting(Bucket::key)
                .containsExactly(topics);
    }

    @Test
    default void forms_channels_and_languages_are_selected() {
        var organization = TestOrganizations.anId();
        var form = TestForms.anId();
        var widget = new Channel("widget");
        var german = new Language("de");
        var here = new Bucket.Key(Bucket.Kind.FIGURES, form, FIRST_DAY, widget, german);
        add(
                organization,
                change(here, 0, "volume", 1),
                change(
                        new Bucket.Key(Bucket.Kind.FIGURES, TestForms.anId(), FIRST_DAY, widget, german),
                        0,
                        "volume",
                        1),
                change(new Bucket.Key(Bucket.Kind.FIGURES, form, FIRST_DAY, Channel.API, german), 0, "volume", 1),
                change(new Bucket.Key(Bucket.Kind.FIGURES, form, FIRST_DAY, widget, Language.ENGLISH), 0, "volume", 1));

        assertThat(read(organization, Optional.of(form), Optional.empty(), Optional.empty()))
                .hasSize(3);
        assertThat(read(organization, Optional.empty(), Optional.of(widget), Optional.empty()))
                .hasSize(3);
        assertThat(read(organization, Optional.empty(), Optional.empty(), Optional.of(german)))
                .hasSize(3);
        assertThat(read(organization, Optional.of(form), Optional.of(widget), Optional.of(german)))
                .extracting(Bucket::key)
                .containsExactly(here);
    }

    @Test
    default void others_read_nothing() {
        var organization = TestOrganizations.anId();
        add(organization, change(figures(TestForms.anId(), FIRST_DAY), 0, "volume", 1));

        assertThat(buckets().read(TestOrganizations.anId(), everythingOf(Bucket.Kind.FIGURES)))
                .isEmpty();
    }

    private List<Bucket> read(
            OrganizationId organization,
            Optional<FormId> form,
            Optional<Channel> channel,
            Optional<Language> language) {
        return buckets()
                .read(
                        organization,
                        new Buckets.Selection(Bucket.Kind.FIGURES, FIRST_DAY, FIRST_DAY, form, channel, language));
    }

    private void add(OrganizationId organization, CountingLane.Change... changes) {
        CountingLane.Lane lane = countingLane()
                .enter(organization, "worker", LATER, Duration.ofMinutes(1))
                .orElseThrow();
        CountingLane.Plan plan = TestCounts.plan(lane, changes);
        assertThat(countingLane().plan(lane, plan)).isTrue();
        countingLane().carryOut(plan);
    }
}

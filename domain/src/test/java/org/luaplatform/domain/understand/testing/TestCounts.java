package org.luaplatform.domain.understand.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Tally;

/// A simple way to count, for tests of those who store counts.
final class TestCounts {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private TestCounts() {}

    /// What a piece is counted as.
    ///
    /// @param generation the number of the way to count: another one counts everything differently
    static List<Contribution> contributions(FeedbackEntry entry, int generation) {
        Map<String, Long> figures = new HashMap<>();
        figures.put("volume", 1L);
        figures.put("generation." + generation, 1L);
        Map<String, Long> topics = new HashMap<>();
        entry.insight().ifPresent(insight -> {
            figures.put("sentiment." + insight.sentiment().label(), 1L);
            insight.keywords().forEach(keyword -> topics.merge("keyword." + keyword.term(), 1L, Long::sum));
        });
        Feedback feedback = entry.feedback();
        var said = feedback.occurredAt().atOffset(ZoneOffset.UTC);
        LocalTime time = said.toLocalTime();
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution(
                key(Bucket.Kind.FIGURES, entry), time.getHour() * 4 + time.getMinute() / 15, new Tally(figures)));
        if (!topics.isEmpty()) {
            contributions.add(new Contribution(key(Bucket.Kind.TOPICS, entry), 0, new Tally(topics)));
        }
        return contributions;
    }

    private static Bucket.Key key(Bucket.Kind kind, FeedbackEntry entry) {
        Feedback feedback = entry.feedback();
        return new Bucket.Key(
                kind,
                feedback.form(),
                feedback.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                feedback.channel(),
                entry.insight().map(Insight::language).orElse(Language.UNDETERMINED));
    }

    /// The lane's next plan: each piece is counted by its present state, and not any more by the one before.
    static CountingLane.Plan plan(CountingLane.Lane lane, List<CountingLane.Uncounted> pieces, int generation) {
        List<CountingLane.Counted> counted = new ArrayList<>();
        List<Contribution> changes = new ArrayList<>();
        for (CountingLane.Uncounted piece : pieces) {
            List<Contribution> now = contributions(piece.entry(), generation);
            counted.add(new CountingLane.Counted(piece.entry().feedback().id(), piece.revision(), List.of(), now));
            changes.addAll(now);
            piece.counted()
                    .forEach(before -> changes.add(new Contribution(
                            before.bucket(), before.slot(), before.tally().negated())));
        }
        return new CountingLane.Plan(lane.organization(), lane.sequence() + 1, counted, changes(changes));
    }

    /// A plan that counts no piece and only changes buckets.
    static CountingLane.Plan plan(CountingLane.Lane lane, CountingLane.Change... changes) {
        return new CountingLane.Plan(lane.organization(), lane.sequence() + 1, List.of(), List.of(changes));
    }

    private static List<CountingLane.Change> changes(List<Contribution> contributions) {
        List<CountingLane.Change> changes = new ArrayList<>();
        sum(contributions)
                .forEach((bucket, slots) ->
                        slots.forEach((slot, tally) -> changes.add(new CountingLane.Change(bucket, slot, tally))));
        return changes;
    }

    /// The contributions added up by bucket and slot, without what comes to nothing.
    static Map<Bucket.Key, Map<Integer, Tally>> sum(Collection<Contribution> contributions) {
        Map<Bucket.Key, Map<Integer, Tally>> sum = new HashMap<>();
        contributions.forEach(one ->
                sum.computeIfAbsent(one.bucket(), _ -> new TreeMap<>()).merge(one.slot(), one.tally(), Tally::plus));
        return withoutNothing(sum);
    }

    /// All that the organization's buckets hold.
    static Map<Bucket.Key, Map<Integer, Tally>> stored(Buckets buckets, OrganizationId organization) {
        Map<Bucket.Key, Map<Integer, Tally>> stored = new HashMap<>();
        for (Bucket.Kind kind : Bucket.Kind.values()) {
            buckets.read(organization, everythingOf(kind))
                    .forEach(bucket -> stored.put(bucket.key(), new TreeMap<>(bucket.slots())));
        }
        return withoutNothing(stored);
    }

    private static Map<Bucket.Key, Map<Integer, Tally>> withoutNothing(Map<Bucket.Key, Map<Integer, Tally>> sums) {
        sums.values().forEach(slots -> slots.values().removeIf(Tally::isNothing));
        sums.values().removeIf(Map::isEmpty);
        return sums;
    }

    static Buckets.Selection everythingOf(Bucket.Kind kind) {
        return new Buckets.Selection(kind, FIRST_DAY, LAST_DAY, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A bucket's key on a channel and in a language that do not matter.
    static Bucket.Key figures(FormId form, LocalDate day) {
        return new Bucket.Key(Bucket.Kind.FIGURES, form, day, Channel.API, Language.ENGLISH);
    }

    static CountingLane.Change change(Bucket.Key bucket, int slot, String counter, long count) {
        return new CountingLane.Change(bucket, slot, new Tally(Map.of(counter, count)));
    }
}

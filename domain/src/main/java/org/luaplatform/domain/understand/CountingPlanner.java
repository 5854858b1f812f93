package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Works out what counting feedback changes, for one worker's stay in a lane.
///
/// A day counts at most [#MOST_KEYWORDS] different keywords in each of its buckets, the first that come; what comes
/// later than that was said by few. Since only the lane's one worker changes buckets, the planner need read
/// the keywords of each only once. When a plan was not stored, the planner knows too much and is to be dropped.
public final class CountingPlanner {

    static final int MOST_KEYWORDS = 200;

    /// Historic imports touch many days; a planner that remembers more of them starts over.
    private static final int MOST_KNOWN = 2_000;

    /// Reading a few buckets in vain is cheaper than asking again.
    private static final int WIDEST_GAP_DAYS = 3;

    private static final Comparator<Bucket.Key> BY_DAY_WITHIN_SLICE = Comparator.<Bucket.Key, String>comparing(
                    key -> key.form().value())
            .thenComparing(key -> key.channel().name())
            .thenComparing(key -> key.language().tag())
            .thenComparing(Bucket.Key::day);

    private final ThemeIndex themes;
    private final Map<Bucket.Key, Map<String, String>> admitted = new HashMap<>();

    public CountingPlanner(List<Theme> themes) {
        this.themes = new ThemeIndex(themes);
    }

    /// What must be [learnt][#learn] of the stored buckets before this batch can be planned.
    public List<Buckets.Selection> unknown(List<CountingLane.Uncounted> batch) {
        if (admitted.size() > MOST_KNOWN) {
            admitted.clear();
        }
        List<Bucket.Key> keys = batch.stream()
                .map(CountingLane.Uncounted::entry)
                .filter(entry -> entry.insight().isPresent())
                .map(entry -> Contributions.bucket(Bucket.Kind.TOPICS, entry))
                .filter(key -> !admitted.containsKey(key))
                .distinct()
                .sorted(BY_DAY_WITHIN_SLICE)
                .toList();
        keys.forEach(key -> admitted.put(key, new HashMap<>()));
        List<Buckets.Selection> selections = new ArrayList<>();
        for (int first = 0, last; first < keys.size(); first = last + 1) {
            last = first;
            while (last + 1 < keys.size() && continues(keys.get(last), keys.get(last + 1))) {
                last++;
            }
            selections.add(selection(keys.get(first), keys.get(last)));
        }
        return selections;
    }

    /// Takes notice of the keywords that stored buckets count.
    public void learn(List<Bucket> stored) {
        for (Bucket bucket : stored) {
            Map<String, String> counters = new HashMap<>();
            bucket.slots().values().stream()
                    .flatMap(tally -> tally.counts().keySet().stream())
                    .forEach(counter ->
                            Counters.keyword(counter).ifPresent(keyword -> counters.put(keyword.term(), counter)));
            admitted.put(bucket.key(), counters);
        }
    }

    /// Whether one reading may as well go on from one bucket to the other.
    private static boolean continues(Bucket.Key one, Bucket.Key next) {
        return one.form().equals(next.form())
                && one.channel().equals(next.channel())
                && one.language().equals(next.language())
                && !next.day().isAfter(one.day().plusDays(WIDEST_GAP_DAYS));
    }

    private static Buckets.Selection selection(Bucket.Key first, Bucket.Key last) {
        return new Buckets.Selection(
                Bucket.Kind.TOPICS,
                first.day(),
                last.day(),
                Optional.of(first.form()),
                Optional.of(first.channel()),
                Optional.of(first.language()));
    }

    /// The themes that an analysed piece belongs to now.
    public FeedbackEntry withThemes(FeedbackEntry entry) {
        return new FeedbackEntry(entry.feedback(), entry.analysis(), entry.insight(), themes.themesOf(entry));
    }

    /// Whether this is the first time that the piece is counted with an insight.
    public boolean isNewlyUnderstood(CountingLane.Uncounted piece) {
        return piece.entry().insight().isPresent() && !Contributions.understood(piece.counted());
    }

    /// What is to be done so that each piece of the batch counts as what it is now.
    public CountingLane.Plan plan(OrganizationId organization, long sequence, List<CountingLane.Uncounted> batch) {
        List<CountingLane.Counted> counted = new ArrayList<>(batch.size());
        Map<Place, TallySum> changes = new LinkedHashMap<>();
        for (CountingLane.Uncounted piece : batch) {
            List<ThemeId> belongsTo = themes.themesOf(piece.entry());
            List<Contribution> now = Contributions.of(piece.entry(), belongsTo, this::admit);
            if (!now.equals(piece.counted())) {
                piece.counted().forEach(before -> at(changes, before).subtract(before.tally()));
                now.forEach(after -> at(changes, after).add(after.tally()));
            }
            counted.add(new CountingLane.Counted(piece.entry().feedback().id(), piece.revision(), belongsTo, now));
        }
        return new CountingLane.Plan(organization, sequence, counted, changes(changes));
    }

    private Optional<String> admit(Bucket.Key bucket, Keyword keyword) {
        Map<String, String> counters = Optional.ofNullable(admitted.get(bucket))
                .orElseThrow(() -> new IllegalStateException("planned without knowing the bucket " + bucket));
        String term = Counters.termOf(keyword);
        if (counters.size() < MOST_KEYWORDS) {
            counters.putIfAbsent(term, Counters.keyword(keyword));
        }
        return Optional.ofNullable(counters.get(term));
    }

    private static TallySum at(Map<Place, TallySum> changes, Contribution contribution) {
        return changes.computeIfAbsent(new Place(contribution.bucket(), contribution.slot()), _ -> new TallySum());
    }

    private static List<CountingLane.Change> changes(Map<Place, TallySum> changes) {
        return changes.entrySet().stream()
                .map(change -> new CountingLane.Change(
                        change.getKey().bucket(),
                        change.getKey().slot(),
                        change.getValue().sum()))
                .filter(change -> !change.added().isNothing())
                .toList();
    }

    private record Place(Bucket.Key bucket, int slot) {}
}

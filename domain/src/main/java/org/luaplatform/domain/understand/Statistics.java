package org.luaplatform.domain.understand;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.luaplatform.domain.Period;

/// Makes statistics of buckets. They cost the number of buckets, however much feedback these have counted.
public final class Statistics {

    private Statistics() {}

    /// All that was counted in the quarters of an hour that `period` touches.
    public static Tally total(Period period, List<Bucket> figures) {
        var axis = TimeAxis.of(period, Interval.MONTH, ZoneOffset.UTC);
        return Columns.ofFigures(axis, figures, _ -> true).total();
    }

    /// @param kind one that is counted in [Bucket.Kind#FIGURES]
    public static Series figures(Statistic.Kind kind, TimeAxis axis, List<Bucket> figures) {
        return switch (kind) {
            case VOLUME -> figures(axis, figures, Counters.VOLUME::equals, Figures::volume);
            case RATINGS ->
                figures(
                        axis,
                        figures,
                        counter -> isScore(counter) || counter.startsWith(Counters.SATISFACTION_PREFIX),
                        Figures::ratings);
            case NPS -> figures(axis, figures, Statistics::isScore, Figures::nps);
            case CSAT -> figures(axis, figures, Statistics::isScore, Figures::csat);
            case CES -> figures(axis, figures, Statistics::isScore, Figures::ces);
            case SENTIMENT ->
                figures(axis, figures, counter -> counter.startsWith(Counters.SENTIMENT_PREFIX), Figures::sentiments);
            case KEYWORDS, THEMES -> throw new IllegalArgumentException(kind + " are topics");
        };
    }

    /// The `most` frequent keywords. A keyword that is written in several ways is shown in the most frequent.
    ///
    /// @param before the topics of the period before
    public static Series keywords(TimeAxis axis, List<Bucket> topics, List<Bucket> before, int most) {
        var columns = Columns.ofTopics(axis, topics, counter -> counter.startsWith(Counters.KEYWORD_PREFIX));
        Map<String, Long> earlier = new HashMap<>();
        before.forEach(bucket -> bucket.slots()
                .values()
                .forEach(tally ->
                        byTerm(tally).forEach((term, count) -> earlier.merge(term, count.count(), Long::sum))));
        List<Statistic.KeywordCount> leading = byTerm(columns.total()).values().stream()
                .sorted(Comparator.comparingLong(Statistic.KeywordCount::count)
                        .reversed()
                        .thenComparing(count -> count.keyword().term()))
                .limit(most)
                .map(count -> new Statistic.KeywordCount(
                        count.keyword(),
                        count.count(),
                        OptionalLong.of(earlier.getOrDefault(count.keyword().term(), 0L))))
                .toList();
        return columns.series(new Statistic.Keywords(leading), tally -> {
            Map<String, Statistic.KeywordCount> here = byTerm(tally);
            return new Statistic.Keywords(leading.stream()
                    .map(count -> new Statistic.KeywordCount(
                            count.keyword(),
                            here.containsKey(count.keyword().term())
                                    ? here.get(count.keyword().term()).count()
                                    : 0,
                            OptionalLong.empty()))
                    .toList());
        });
    }

    /// The `most` biggest of the themes, over time.
    public static Series themes(TimeAxis axis, List<Bucket> topics, List<Theme> themes, int most) {
        var columns = Columns.ofTopics(axis, topics, counter -> counter.startsWith(Counters.THEME_PREFIX));
        Tally total = columns.total();
        List<Theme> leading = themes.stream()
                .filter(theme -> Figures.size(total, theme.id()) > 0)
                .sorted(Comparator.<Theme>comparingLong(theme -> Figures.size(total, theme.id()))
                        .reversed()
                        .thenComparing(theme -> theme.id().value()))
                .limit(most)
                .toList();
        Function<Tally, Statistic> sizes = tally -> new Statistic.ThemeSizes(leading.stream()
                .map(theme -> new Statistic.ThemeSize(
                        theme.id(),
                        theme.label(),
                        Figures.size(tally, theme.id()),
                        Figures.sentiments(tally, theme.id())))
                .toList());
        return columns.series(sizes.apply(total), sizes);
    }

    private static Series figures(
            TimeAxis axis, List<Bucket> figures, Predicate<String> counters, Function<Tally, Statistic> reading) {
        var columns = Columns.ofFigures(axis, figures, counters);
        return columns.series(reading.apply(columns.total()), reading);
    }

    private static boolean isScore(String counter) {
        return counter.startsWith(Counters.SCORE_PREFIX);
    }

    private static Map<String, Statistic.KeywordCount> byTerm(Tally tally) {
        Map<String, Statistic.KeywordCount> counts = new HashMap<>();
        Map<String, Long> mostFrequent = new HashMap<>();
        tally.counts()
                .forEach((counter, count) -> Counters.keyword(counter).ifPresent(keyword -> {
                    String term = keyword.term();
                    long soFar = counts.containsKey(term) ? counts.get(term).count() : 0;
                    boolean leads = count > mostFrequent.getOrDefault(term, 0L);
                    Keyword shown = leads || !counts.containsKey(term)
                            ? keyword
                            : counts.get(term).keyword();
                    mostFrequent.merge(term, count, Math::max);
                    counts.put(term, new Statistic.KeywordCount(shown, soFar + count, OptionalLong.empty()));
                }));
        return counts;
    }

    /// The counts of each interval of an axis.
    private record Columns(List<Instant> starts, List<TallySum> sums) {

        static Columns ofFigures(TimeAxis axis, List<Bucket> figures, Predicate<String> counters) {
            Columns columns = empty(axis);
            for (Bucket bucket : figures) {
                bucket.slots()
                        .forEach((slot, tally) ->
                                columns.add(axis.indexOf(bucket.key().day(), slot), tally, counters));
            }
            return columns;
        }

        static Columns ofTopics(TimeAxis axis, List<Bucket> topics, Predicate<String> counters) {
            Columns columns = empty(axis);
            for (Bucket bucket : topics) {
                bucket.slots()
                        .values()
                        .forEach(tally -> columns.add(axis.indexOf(bucket.key().day()), tally, counters));
            }
            return columns;
        }

        private static Columns empty(TimeAxis axis) {
            return new Columns(
                    axis.starts(),
                    axis.starts().stream().map(_ -> new TallySum()).toList());
        }

        private void add(OptionalInt index, Tally tally, Predicate<String> counters) {
            index.ifPresent(at -> tally.counts().forEach((counter, count) -> {
                if (counters.test(counter)) {
                    sums.get(at).add(counter, count);
                }
            }));
        }

        Tally total() {
            var total = new TallySum();
            sums.forEach(sum -> total.add(sum.sum()));
            return total.sum();
        }

        Series series(Statistic total, Function<Tally, Statistic> reading) {
            List<Series.Point> points = new ArrayList<>(starts.size());
            IntStream.range(0, starts.size())
                    .forEach(at -> points.add(new Series.Point(
                            starts.get(at), reading.apply(sums.get(at).sum()))));
            return new Series(points, total);
        }
    }
}

package org.luaplatform.domain.understand;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Scale;

/// What can be counted over feedback. A mean or a share of nothing is empty, never 0.
public sealed interface Statistic {

    enum Kind {
        VOLUME(Bucket.Kind.FIGURES),
        RATINGS(Bucket.Kind.FIGURES),
        NPS(Bucket.Kind.FIGURES),
        CSAT(Bucket.Kind.FIGURES),
        CES(Bucket.Kind.FIGURES),
        SENTIMENT(Bucket.Kind.FIGURES),
        KEYWORDS(Bucket.Kind.TOPICS),
        THEMES(Bucket.Kind.TOPICS);

        private final Bucket.Kind countedIn;

        Kind(Bucket.Kind countedIn) {
            this.countedIn = countedIn;
        }

        /// Where it is counted, which says how finely it can be told apart by time.
        public Bucket.Kind countedIn() {
            return countedIn;
        }
    }

    /// @param count pieces of feedback
    record Volume(long count) implements Statistic {}

    /// Every question that is answered on a scale.
    ///
    /// @param satisfaction the mean of all feedback with such an answer, in percent: 0 (the worst) to 100
    record Ratings(List<FieldRatings> fields, OptionalDouble satisfaction) implements Statistic {
        public Ratings {
            fields = List.copyOf(fields);
        }
    }

    /// The answers to one question on one scale. A question whose scale was changed is there once for each.
    ///
    /// @param distribution how often each value of the scale was chosen; all values are there
    record FieldRatings(FieldKey field, Scale scale, SortedMap<Integer, Long> distribution) {
        public FieldRatings {
            SortedMap<Integer, Long> complete = new TreeMap<>();
            for (int value = scale.lowest(); value <= scale.highest(); value++) {
                complete.put(value, distribution.getOrDefault(value, 0L));
            }
            distribution = Collections.unmodifiableSortedMap(complete);
        }

        public long answers() {
            return distribution.values().stream().mapToLong(Long::longValue).sum();
        }

        public OptionalDouble mean() {
            return Statistic.mean(
                    distribution.entrySet().stream()
                            .mapToLong(entry -> entry.getKey() * entry.getValue())
                            .sum(),
                    answers());
        }
    }

    /// @param promoters answered 9 or 10
    /// @param passives answered 7 or 8
    /// @param detractors answered 0 to 6
    record Nps(long promoters, long passives, long detractors) implements Statistic {

        public long answers() {
            return promoters + passives + detractors;
        }

        /// The percentage of promoters less that of detractors: −100 to 100.
        public OptionalDouble score() {
            return Statistic.mean(100 * (promoters - detractors), answers());
        }
    }

    /// @param satisfied answered 4 or 5 of 5
    record Csat(long satisfied, long answers) implements Statistic {

        /// The percentage of the satisfied, 0 to 100.
        public OptionalDouble percent() {
            return Statistic.mean(100 * satisfied, answers);
        }
    }

    /// @param sum of the answers, each 1 to 7
    record Ces(long sum, long answers) implements Statistic {

        public OptionalDouble mean() {
            return Statistic.mean(sum, answers);
        }
    }

    /// How many pieces feel how. Feedback whose analysis was given up is in none of these.
    ///
    /// @param thousandths the sum of the scores of the assessed, in thousandths
    record Sentiments(long positive, long neutral, long negative, long notAssessed, long thousandths)
            implements Statistic {

        public long assessed() {
            return positive + neutral + negative;
        }

        /// −1 to 1, of the assessed.
        public OptionalDouble meanScore() {
            return Statistic.mean(thousandths, 1_000 * assessed());
        }

        /// 0 to 1, of the assessed.
        public OptionalDouble negativeShare() {
            return Statistic.mean(negative, assessed());
        }
    }

    /// The keywords of most feedback first.
    record Keywords(List<KeywordCount> keywords) implements Statistic {
        public Keywords {
            keywords = List.copyOf(keywords);
        }
    }

    /// @param count pieces of feedback with this keyword
    /// @param before the same in the period of equal length before; empty in a point of a series
    record KeywordCount(Keyword keyword, long count, OptionalLong before) {}

    /// The themes of most feedback first.
    record ThemeSizes(List<ThemeSize> themes) implements Statistic {
        public ThemeSizes {
            themes = List.copyOf(themes);
        }
    }

    /// @param size pieces of feedback that belong to the theme
    record ThemeSize(ThemeId theme, String label, long size, Sentiments sentiments) {}

    private static OptionalDouble mean(long sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }
}

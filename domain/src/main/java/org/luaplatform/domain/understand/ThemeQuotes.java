package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.luaplatform.domain.learn.FieldKey;

/// Chooses words of respondents that show what a theme is about: typical ones, each saying something else, that can
/// be shown to anybody.
final class ThemeQuotes {

    private static final int MOST_QUOTES = 3;

    /// The last of them.
    private static final int OTHERS_TURN = 2;

    private static final int SHORTEST = 40;
    private static final int LONGEST = 200;

    /// The most recent entries of a theme are enough to choose from.
    private static final int MOST_CANDIDATES = 150;

    private static final double ALIKE = 0.75;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…。！？])\\s+|\\R+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// An e-mail address, a web address or a handle, or a number long enough to reach or to name somebody.
    private static final Pattern PRIVATE = Pattern.compile("\\S@|@\\S|https?:|www\\.|\\d{6}|(\\d[\\s().+/-]{0,2}){7}");

    private final RecentTopics topics;
    private final Embedder embedder;

    ThemeQuotes(RecentTopics topics, Embedder embedder) {
        this.topics = topics;
        this.embedder = embedder;
    }

    /// The most telling first, latest feedback before earlier.
    List<Theme.Quote> of(Set<String> terms) {
        BitSet about = topics.aboutAny(terms);
        List<Theme.Quote> candidates = about.stream()
                .mapToObj(topics::entry)
                .flatMap(entry -> candidate(entry, terms).stream())
                .limit(MOST_CANDIDATES)
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<float[]> places =
                embedder.embed(candidates.stream().map(Theme.Quote::text).toList());
        return distinct(candidates, places);
    }

    /// Typical ones of how most people feel about the theme, and one of how others do.
    private static List<Theme.Quote> distinct(List<Theme.Quote> candidates, List<float[]> places) {
        float[] centre = sum(places);
        List<Integer> ranked = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -dot(places.get(i), centre)))
                .toList();
        List<SentimentLabel> labels = byFrequency(candidates);
        List<Integer> chosen = new ArrayList<>();
        for (int quote = 0; quote < MOST_QUOTES; quote++) {
            SentimentLabel wanted = quote == OTHERS_TURN && labels.size() > 1 ? labels.get(1) : labels.getFirst();
            ranked.stream()
                    .filter(i -> chosen.stream().allMatch(other -> dot(places.get(i), places.get(other)) < ALIKE))
                    .min(Comparator.comparing(i -> candidates.get(i).sentiment().label() != wanted))
                    .ifPresent(chosen::add);
        }
        return chosen.stream().map(candidates::get).toList();
    }

    private static List<SentimentLabel> byFrequency(List<Theme.Quote> candidates) {
        Map<SentimentLabel, Long> counts = new EnumMap<>(SentimentLabel.class);
        candidates.forEach(quote -> counts.merge(quote.sentiment().label(), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<SentimentLabel, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The part of what somebody wrote that mentions the theme.
    private static Optional<Theme.Quote> candidate(FeedbackEntry entry, Set<String> terms) {
        Insight insight = entry.insight().orElseThrow();
        return insight.answers().stream()
                .flatMap(answer -> answer.keywords().stream()
                        .filter(keyword -> terms.contains(keyword.term()))
                        .flatMap(keyword -> words(entry, answer.field(), keyword.display()).stream())
                        .map(text -> new Theme.Quote(entry.feedback().id(), text, answer.sentiment())))
                .findFirst();
    }

    private static Optional<String> words(FeedbackEntry entry, FieldKey field, String mention) {
        return Optional.ofNullable(entry.feedback().answers().words().get(field))
                .flatMap(text -> excerpt(text, mention))
                .filter(text -> !PRIVATE.matcher(text).find());
    }

    /// Whole sentences around the mention, as many as fit.
    private static Optional<String> excerpt(String text, String mention) {
        String wanted = mention.toLowerCase(Locale.ROOT);
        List<String> sentences = SENTENCE_END
                .splitAsStream(text.strip())
                .map(sentence -> SPACE.matcher(sentence).replaceAll(" ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        int first = 0;
        while (first < sentences.size()
                && !sentences.get(first).toLowerCase(Locale.ROOT).contains(wanted)) {
            first++;
        }
        if (first == sentences.size() || sentences.get(first).length() > LONGEST) {
            return Optional.empty();
        }
        String excerpt = sentences.get(first);
        for (int next = first + 1; next < sentences.size(); next++) {
            String longer = excerpt + " " + sentences.get(next);
            if (longer.length() > LONGEST || excerpt.length() >= 2 * SHORTEST) {
                break;
            }
            excerpt = longer;
        }
        return Optional.of(excerpt).filter(quote -> quote.length() >= SHORTEST);
    }

    private static float[] sum(List<float[]> places) {
        float[] sum = new float[places.isEmpty() ? 0 : places.getFirst().length];
        for (float[] place : places) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += place[i];
            }
        }
        return sum;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }
}

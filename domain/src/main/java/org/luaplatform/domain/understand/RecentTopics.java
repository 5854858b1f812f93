package org.luaplatform.domain.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which terms, and which of their words, recent feedback is about. Each set of feedback is a [BitSet] over the
/// entries, in their order.
final class RecentTopics {

    private static final BitSet NONE = new BitSet();

    private final List<FeedbackEntry> entries;
    private final Map<String, BitSet> byTerm = new TreeMap<>();
    private final Map<String, BitSet> byWord = new TreeMap<>();
    private final Map<String, Map<String, Integer>> displays = new HashMap<>();
    private final int withTopics;

    RecentTopics(List<FeedbackEntry> entries) {
        this.entries = List.copyOf(entries);
        int topical = 0;
        for (int at = 0; at < this.entries.size(); at++) {
            List<Keyword> keywords =
                    this.entries.get(at).insight().map(Insight::keywords).orElse(List.of());
            topical += keywords.isEmpty() ? 0 : 1;
            for (Keyword keyword : keywords) {
                byTerm.computeIfAbsent(keyword.term(), _ -> new BitSet()).set(at);
                displays.computeIfAbsent(keyword.term(), _ -> new TreeMap<>())
                        .merge(keyword.display(), 1, Integer::sum);
                for (String word : words(keyword.term())) {
                    byWord.computeIfAbsent(word, _ -> new BitSet()).set(at);
                }
            }
        }
        this.withTopics = topical;
    }

    static Set<String> words(String term) {
        return new TreeSet<>(Arrays.asList(term.split(" ")));
    }

    /// How many entries are about anything.
    int size() {
        return withTopics;
    }

    FeedbackEntry entry(int at) {
        return entries.get(at);
    }

    Set<String> terms() {
        return Collections.unmodifiableSet(byTerm.keySet());
    }

    Set<String> words() {
        return Collections.unmodifiableSet(byWord.keySet());
    }

    /// The entries about the term.
    BitSet about(String term) {
        return byTerm.getOrDefault(term, NONE);
    }

    /// The entries about any of the terms.
    BitSet aboutAny(Collection<String> terms) {
        var any = new BitSet();
        terms.forEach(term -> any.or(about(term)));
        return any;
    }

    /// The entries with a term that has the word in it.
    BitSet mentioning(String word) {
        return byWord.getOrDefault(word, NONE);
    }

    /// How people mostly write the term.
    String display(String term) {
        return new ArrayList<>(displays.getOrDefault(term, Map.of(term, 1)).entrySet())
                .stream()
                        .max(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(term);
    }

    /// The part of all in either that is in both, 0 to 1.
    static double overlap(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        int either = one.cardinality() + other.cardinality() - both.cardinality();
        return either == 0 ? 0 : (double) both.cardinality() / either;
    }
}

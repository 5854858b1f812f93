package org.luaplatform.domain.understand;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts the terms of recent feedback together by the words that keep coming up in them: their cores.
final class ThemeFamilies {

    /// Three people who say the same may be chance among thousands, but not among thirty: what is needed grows with
    /// the root of what there is.
    private static final int LEAST_SUPPORT = 3;

    private static final double SUPPORT_PER_ROOT = 0.35;

    /// What nearly everybody mentions (an app's name, say) is what the feedback is about, not a theme of it.
    private static final double GREATEST_SHARE = 0.6;

    /// From how many entries on [#GREATEST_SHARE] means something.
    private static final int ENOUGH_FOR_SHARES = 30;

    /// The part of a family's feedback that its most frequent term must have.
    private static final double LEAST_STRONGEST = 0.2;

    /// Cores that come up together this often, against how often either does, are one.
    private static final double SAME = 0.5;

    /// English nouns that say nothing alone: they can be part of a theme's terms, not its core.
    private static final Set<String> VAGUE = Set.of("""
            afternoon answer anything bit case day end evening everything example fact guy hour issue job kind lady \
            level lot man matter minute moment month morning need nothing number one part people person place point \
            problem question reason side situation something sort stuff thing time today tomorrow type use way week \
            weekend woman work year yesterday""".split(" "));

    private final RecentTopics topics;
    private final Set<String> knownCores;

    /// @param knownCores the cores of known themes, which need no support
    ThemeFamilies(RecentTopics topics, Set<String> knownCores) {
        this.topics = topics;
        this.knownCores = Set.copyOf(knownCores);
    }

    /// The terms by their cores. A term with several cores in it belongs to the rarest, which says most. A word
    /// with too little support is no core: its terms go to their other cores, or to none.
    Map<String, Set<String>> of(List<String> terms) {
        Set<String> cores = new TreeSet<>(knownCores);
        topics.words().stream().filter(this::canBeCore).forEach(cores::add);
        Map<String, Set<String>> families = new TreeMap<>();
        terms.forEach(term -> join(families, cores, term));
        while (true) {
            Optional<String> weakest = families.entrySet().stream()
                    .filter(family -> !knownCores.contains(family.getKey()))
                    .filter(family -> !isTheme(family.getValue()))
                    .min(bySupport())
                    .map(Map.Entry::getKey);
            if (weakest.isEmpty()) {
                return families;
            }
            cores.remove(weakest.get());
            Optional.ofNullable(families.remove(weakest.get()))
                    .ifPresent(orphans -> orphans.forEach(term -> join(families, cores, term)));
        }
    }

    /// Those families put together whose cores mostly come up together, by the more frequent core; each with its
    /// cores among its terms.
    Map<String, Set<String>> merged(Map<String, Set<String>> families) {
        List<String> cores = families.keySet().stream()
                .sorted(Comparator.comparingInt(this::mentions).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Set<String>> merged = new LinkedHashMap<>();
        for (String core : cores) {
            String leader = merged.keySet().stream()
                    .filter(leading -> areSame(core, leading))
                    .findFirst()
                    .orElse(core);
            merged.computeIfAbsent(leader, _ -> new TreeSet<>()).addAll(families.getOrDefault(core, Set.of()));
        }
        return merged;
    }

    /// The theme whose feedback mostly has the core in it.
    Optional<Theme> sameAs(String core, List<Theme> known) {
        return known.stream()
                .filter(theme -> RecentTopics.overlap(topics.mentioning(core), topics.aboutAny(theme.terms())) >= SAME)
                .findFirst();
    }

    private boolean areSame(String one, String other) {
        return RecentTopics.overlap(topics.mentioning(one), topics.mentioning(other)) >= SAME;
    }

    Comparator<Map.Entry<String, Set<String>>> bySupport() {
        return Comparator.comparingInt((Map.Entry<String, Set<String>> family) -> support(family.getValue()))
                .thenComparing(Map.Entry.comparingByKey());
    }

    private void join(Map<String, Set<String>> families, Set<String> cores, String term) {
        RecentTopics.words(term).stream()
                .filter(cores::contains)
                .min(Comparator.comparingInt(this::mentions).thenComparing(Comparator.naturalOrder()))
                .ifPresent(core ->
                        families.computeIfAbsent(core, _ -> new TreeSet<>()).add(term));
    }

    private boolean canBeCore(String word) {
        int mentions = mentions(word);
        return mentions >= leastSupport()
                && (topics.size() < ENOUGH_FOR_SHARES || mentions <= GREATEST_SHARE * topics.size())
                && word.length() > 1
                && !Character.isDigit(word.charAt(0))
                && !VAGUE.contains(word);
    }

    /// Enough feedback, and something in it that keeps coming up: a core of which everybody says something else is
    /// a word like `place`, in whatever language.
    private boolean isTheme(Set<String> terms) {
        int support = support(terms);
        int strongest = terms.stream()
                .mapToInt(term -> topics.about(term).cardinality())
                .max()
                .orElse(0);
        return support >= leastSupport() && strongest >= LEAST_STRONGEST * support;
    }

    private int leastSupport() {
        return Math.max(LEAST_SUPPORT, (int) Math.ceil(SUPPORT_PER_ROOT * Math.sqrt(topics.size())));
    }

    private int mentions(String word) {
        return topics.mentioning(word).cardinality();
    }

    private int support(Set<String> terms) {
        return topics.aboutAny(terms).cardinality();
    }
}

package org.luaplatform.domain.understand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Finds the themes of recent feedback, next to those that are known.
///
/// A theme grows around a *core*: a word that keeps coming up, such as `wait`. To it belong all terms with the core
/// in them (`wait`, `wait time`, `wait list`); a term with two cores in it belongs to the rarer, which says more.
/// Cores that mostly come up together (`car` and `park`) are one theme. A theme that is known keeps its id and its
/// terms for good; it gains terms, and its label and quotes follow what people say now.
public final class ThemeDiscovery {

    /// An organization with more themes than this has none.
    static final int MOST_THEMES = 150;

    private static final int MOST_NEW_AT_ONCE = 12;
    private static final int MOST_TERMS = 100;
    private static final int MOST_LABEL = 100;

    /// Three people who say the same may be chance among thousands, but not among thirty.
    private static final int LEAST_SUPPORT = 3;

    private static final double LEAST_SHARE = 0.01;

    /// What nearly everybody mentions (an app's name, say) is what the feedback is about, not a theme of it.
    private static final double GREATEST_SHARE = 0.6;

    /// From how many entries on [#GREATEST_SHARE] means something.
    private static final int ENOUGH_FOR_SHARES = 30;

    private static final double SAME = 0.5;

    /// A label that fits is left alone unless another one fits twice as well: names should not change with the
    /// wind.
    private static final double BETTER_LABEL = 2;

    /// Nouns that say nothing alone: they can be part of a theme's terms, not its core.
    private static final Set<String> VAGUE = Set.of(
            "time",
            "thing",
            "way",
            "day",
            "lot",
            "bit",
            "people",
            "person",
            "year",
            "week",
            "month",
            "hour",
            "minute",
            "moment",
            "part",
            "kind",
            "sort",
            "type",
            "place",
            "end",
            "case",
            "point",
            "reason",
            "fact",
            "number",
            "example",
            "matter",
            "stuff",
            "situation",
            "something",
            "everything",
            "nothing",
            "anything",
            "one",
            "problem",
            "issue",
            "question",
            "answer",
            "side",
            "level",
            "use",
            "need",
            "work",
            "job",
            "morning",
            "afternoon",
            "evening",
            "today",
            "tomorrow",
            "yesterday",
            "weekend",
            "man",
            "woman",
            "lady",
            "guy");

    private final OrganizationId organization;
    private final RecentTopics topics;
    private final ThemeQuotes quotes;
    private final Instant now;
    private final Comparator<Map.Entry<String, Set<String>>> bySupport = Comparator.comparingInt(
                    (Map.Entry<String, Set<String>> family) -> support(family.getValue()))
            .thenComparing(Map.Entry.comparingByKey());

    private ThemeDiscovery(OrganizationId organization, RecentTopics topics, ThemeQuotes quotes, Instant now) {
        this.organization = organization;
        this.topics = topics;
        this.quotes = quotes;
        this.now = now;
    }

    /// What came of it.
    ///
    /// @param added themes that were not known
    /// @param changed themes that were, in their new form
    /// @param all every theme of the organization as it is now
    /// @param regroups whether feedback may belong to other themes than before
    public record Discovery(List<Theme> added, List<Theme> changed, List<Theme> all, boolean regroups) {
        public Discovery {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            all = List.copyOf(all);
        }
    }

    /// @param known all themes of the organization
    /// @param recent its latest feedback
    public static Discovery discover(
            OrganizationId organization,
            List<Theme> known,
            List<FeedbackEntry> recent,
            Embedder embedder,
            Instant now) {
        var topics = new RecentTopics(recent);
        return new ThemeDiscovery(organization, topics, new ThemeQuotes(topics, embedder), now).discover(known);
    }

    private Discovery discover(List<Theme> known) {
        Map<String, Theme> knownCores = new TreeMap<>();
        Set<String> owned = new HashSet<>();
        for (Theme theme : known) {
            owned.addAll(theme.terms());
            theme.terms().stream()
                    .filter(term -> term.indexOf(' ') < 0)
                    .forEach(core -> knownCores.putIfAbsent(core, theme));
        }
        List<String> free =
                topics.terms().stream().filter(term -> !owned.contains(term)).toList();

        Map<String, Set<String>> families = families(free, knownCores.keySet());
        Map<ThemeId, Set<String>> gained = new HashMap<>();
        Map<String, Set<String>> fresh = new TreeMap<>();
        families.forEach((core, terms) -> Optional.ofNullable(knownCores.get(core))
                .or(() -> sameAs(core, known))
                .map(Theme::id)
                .ifPresentOrElse(
                        theme -> gained.computeIfAbsent(theme, _ -> new TreeSet<>())
                                .addAll(terms),
                        () -> fresh.put(core, terms)));
        List<Theme> added = added(fresh, known.size());
        List<Theme> grown =
                known.stream().map(theme -> refreshed(theme, gained)).toList();
        return new Discovery(
                added,
                grown.stream().filter(theme -> !known.contains(theme)).toList(),
                Stream.concat(grown.stream(), added.stream()).toList(),
                !added.isEmpty() || !gained.isEmpty());
    }

    /// The free terms by the cores that they belong to. A core with too little support is none: its terms go to
    /// other cores, or wait.
    private Map<String, Set<String>> families(List<String> free, Set<String> knownCores) {
        Set<String> cores = new TreeSet<>(knownCores);
        topics.words().stream().filter(this::canBeCore).forEach(cores::add);
        Map<String, Set<String>> families = new TreeMap<>();
        free.forEach(term -> join(families, cores, term));
        while (true) {
            Optional<String> weakest = families.entrySet().stream()
                    .filter(family -> !knownCores.contains(family.getKey()))
                    .filter(family -> support(family.getValue()) < leastSupport())
                    .min(bySupport)
                    .map(Map.Entry::getKey);
            if (weakest.isEmpty()) {
                return families;
            }
            cores.remove(weakest.get());
            Optional.ofNullable(families.remove(weakest.get()))
                    .ifPresent(orphans -> orphans.forEach(term -> join(families, cores, term)));
        }
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

    private int leastSupport() {
        return Math.max(LEAST_SUPPORT, (int) Math.ceil(LEAST_SHARE * topics.size()));
    }

    private int mentions(String word) {
        return topics.mentioning(word).cardinality();
    }

    private int support(Set<String> terms) {
        return topics.aboutAny(terms).cardinality();
    }

    private Optional<Theme> sameAs(String core, List<Theme> known) {
        BitSet mentioning = topics.mentioning(core);
        return known.stream()
                .filter(theme -> RecentTopics.overlap(mentioning, topics.aboutAny(theme.terms())) >= SAME)
                .findFirst();
    }

    private List<Theme> added(Map<String, Set<String>> fresh, int knownThemes) {
        Map<String, Set<String>> merged = merged(fresh);
        return merged.entrySet().stream()
                .sorted(bySupport.reversed())
                .limit(Math.clamp(MOST_THEMES - (long) knownThemes, 0, MOST_NEW_AT_ONCE))
                .map(family -> added(family.getKey(), family.getValue()))
                .toList();
    }

    /// Puts cores together that mostly come up together, the most frequent first.
    private Map<String, Set<String>> merged(Map<String, Set<String>> fresh) {
        List<String> cores = fresh.keySet().stream()
                .sorted(Comparator.comparingInt(this::mentions).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Set<String>> merged = new LinkedHashMap<>();
        for (String core : cores) {
            Set<String> terms = new TreeSet<>(fresh.getOrDefault(core, Set.of()));
            terms.add(core);
            String leader = merged.keySet().stream()
                    .filter(leading ->
                            RecentTopics.overlap(topics.mentioning(core), topics.mentioning(leading)) >= SAME)
                    .findFirst()
                    .orElse(core);
            merged.computeIfAbsent(leader, _ -> new TreeSet<>()).addAll(terms);
        }
        return merged;
    }

    private Theme added(String core, Set<String> terms) {
        Set<String> kept = mostFrequent(terms, Set.of(core));
        return new Theme(idOf(core), organization, label(kept).orElse(core), kept, quotes.of(kept), now);
    }

    /// Derived from the core, so that two workers who find the same theme at once find the same theme.
    private ThemeId idOf(String core) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((organization + " " + core).getBytes(StandardCharsets.UTF_8));
            return new ThemeId(HexFormat.of().formatHex(hash, 0, 13));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private Theme refreshed(Theme theme, Map<ThemeId, Set<String>> gained) {
        Set<String> terms = new TreeSet<>(theme.terms());
        terms.addAll(gained.getOrDefault(theme.id(), Set.of()));
        Set<String> kept = mostFrequent(terms, theme.terms());
        List<Theme.Quote> found = quotes.of(kept);
        return new Theme(
                theme.id(),
                organization,
                relabelled(theme.label(), kept),
                kept,
                found.isEmpty() ? theme.quotes() : found,
                theme.createdAt());
    }

    private Set<String> mostFrequent(Set<String> terms, Set<String> always) {
        Set<String> kept = new TreeSet<>(always);
        terms.stream()
                .filter(term -> !always.contains(term))
                .sorted(Comparator.comparingInt(
                                (String term) -> topics.about(term).cardinality())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(0, MOST_TERMS - always.size()))
                .forEach(kept::add);
        return kept;
    }

    private String relabelled(String label, Set<String> terms) {
        double fit = terms.stream()
                .filter(term -> topics.display(term).equalsIgnoreCase(label))
                .mapToDouble(this::fit)
                .max()
                .orElse(0);
        return label(terms)
                .filter(better ->
                        terms.stream().mapToDouble(this::fit).max().orElse(0) >= BETTER_LABEL * Math.max(fit, 1))
                .orElse(label);
    }

    private Optional<String> label(Set<String> terms) {
        return terms.stream()
                .filter(term -> fit(term) > 0)
                .max(Comparator.comparingDouble(this::fit).thenComparing(Comparator.reverseOrder()))
                .map(topics::display)
                .map(display -> display.length() <= MOST_LABEL ? display : display.substring(0, MOST_LABEL));
    }

    /// How well a term names its theme: by how often it is said, and a phrase of two or three words tells more than
    /// a word.
    private double fit(String term) {
        int words = RecentTopics.words(term).size();
        return topics.about(term).cardinality() * (words == 2 || words == 3 ? 2.0 : 1.0);
    }
}

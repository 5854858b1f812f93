package org.luaplatform.domain.understand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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
/// in them (`wait`, `wait time`, `wait list`). Cores that mostly come up together (`car` and `park`) are one theme.
/// A theme that is known keeps its id and its terms for good; it gains terms, and its label and quotes follow what
/// people say now.
public final class ThemeDiscovery {

    /// A new theme is given this much of the latest feedback, so that its past is told for some time.
    public static final int REACH = 10_000;

    /// An organization with more themes than this has none.
    static final int MOST_THEMES = 150;

    private static final int MOST_NEW_AT_ONCE = 12;
    private static final int MOST_TERMS = 50;

    /// A phrase that only one person used says nothing that its core does not.
    private static final int LEAST_TERM_SUPPORT = 2;

    private final OrganizationId organization;
    private final List<Theme> known;
    private final RecentTopics topics;
    private final ThemeLabels labels;
    private final ThemeQuotes quotes;
    private final Instant now;

    private ThemeDiscovery(
            OrganizationId organization, List<Theme> known, RecentTopics topics, Embedder embedder, Instant now) {
        this.organization = organization;
        this.known = known;
        this.topics = topics;
        this.labels = new ThemeLabels(topics);
        this.quotes = new ThemeQuotes(topics, embedder);
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
        return new ThemeDiscovery(organization, known, new RecentTopics(recent), embedder, now).discover();
    }

    private Discovery discover() {
        Map<String, Theme> byCore = new TreeMap<>();
        Set<String> owned = new HashSet<>();
        for (Theme theme : known) {
            owned.addAll(theme.terms());
            coresOf(theme).forEach(core -> byCore.putIfAbsent(core, theme));
        }
        var families = new ThemeFamilies(topics, byCore.keySet());
        Map<ThemeId, Set<String>> gained = new HashMap<>();
        Map<String, Set<String>> fresh = new TreeMap<>();
        List<String> free =
                topics.terms().stream().filter(term -> !owned.contains(term)).toList();
        families.of(free)
                .forEach((core, terms) -> Optional.ofNullable(byCore.get(core))
                        .or(() -> families.sameAs(core, known))
                        .map(owner -> gained.computeIfAbsent(owner.id(), _ -> new TreeSet<>()))
                        .orElseGet(() -> fresh.computeIfAbsent(core, _ -> new TreeSet<>()))
                        .addAll(withCore(core, terms)));
        List<Theme> added = families.merged(fresh).entrySet().stream()
                .sorted(families.bySupport().reversed())
                .limit(Math.clamp(MOST_THEMES - known.size(), 0, MOST_NEW_AT_ONCE))
                .map(family -> added(family.getKey(), family.getValue()))
                .toList();
        List<Theme> present = known.stream()
                .map(theme -> refreshed(theme, gained.getOrDefault(theme.id(), Set.of())))
                .toList();
        return new Discovery(
                added,
                present.stream().filter(theme -> !known.contains(theme)).toList(),
                Stream.concat(present.stream(), added.stream()).toList(),
                !added.isEmpty() || !cores(present).equals(cores(known)));
    }

    private static boolean isCore(String term) {
        return term.indexOf(' ') < 0;
    }

    private static List<String> coresOf(Theme theme) {
        return theme.terms().stream().filter(ThemeDiscovery::isCore).sorted().toList();
    }

    private static List<List<String>> cores(List<Theme> themes) {
        return themes.stream().map(ThemeDiscovery::coresOf).toList();
    }

    private static Set<String> withCore(String core, Set<String> terms) {
        Set<String> all = new TreeSet<>(terms);
        all.add(core);
        return all;
    }

    private Theme added(String core, Set<String> terms) {
        Set<String> kept = kept(terms, Set.of());
        return new Theme(idOf(core), organization, labels.label(kept, core), kept, quotes.of(kept), now);
    }

    private Theme refreshed(Theme theme, Set<String> gained) {
        Set<String> kept = kept(gained, theme.terms());
        List<Theme.Quote> found = quotes.of(kept);
        return new Theme(
                theme.id(),
                organization,
                labels.relabelled(theme.label(), kept),
                kept,
                found.isEmpty() ? theme.quotes() : found,
                theme.createdAt());
    }

    /// What a theme has, all new cores, and as many of the new phrases as there is room for, the most frequent
    /// first.
    private Set<String> kept(Set<String> offered, Set<String> present) {
        Set<String> kept = new TreeSet<>(present);
        offered.stream().filter(ThemeDiscovery::isCore).forEach(kept::add);
        offered.stream()
                .filter(term -> !kept.contains(term) && frequency(term) >= LEAST_TERM_SUPPORT)
                .sorted(Comparator.comparingInt(this::frequency).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(0, MOST_TERMS - kept.size()))
                .toList()
                .forEach(kept::add);
        return kept;
    }

    private int frequency(String term) {
        return topics.about(term).cardinality();
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
}

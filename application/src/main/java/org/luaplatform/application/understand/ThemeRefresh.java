package org.luaplatform.application.understand;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingPlanner;
import org.luaplatform.domain.understand.Embedder;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeDiscovery;
import org.luaplatform.domain.understand.Themes;

/// Looks for new themes whenever enough new feedback was counted, and gives them the recent feedback that is
/// theirs. Only the worker in the organization's lane does this.
///
/// How much is new is remembered here alone. After a restart themes are looked for somewhat sooner than needed,
/// which finds the same ones again.
final class ThemeRefresh {

    /// New themes are looked for in this much of the latest feedback.
    static final int WINDOW = 2_000;

    private static final int FIRST_AT = 5;

    /// Looking again after each fifth more keeps what it costs in proportion to what comes in.
    private static final int PART_OF_KNOWN = 5;

    private static final int MOST_AWAITED = 20_000;
    private static final int RECOUNT_BATCH = 500;
    private static final int MOST_ORGANIZATIONS = 10_000;

    private final FeedbackEntries entries;
    private final Themes themes;
    private final CountingLane lanes;
    private final Embedder embedder;
    private final LiveEvents live;
    private final InstantSource clock;
    private final Map<OrganizationId, Seen> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OrganizationId, Seen> eldest) {
            return size() > MOST_ORGANIZATIONS;
        }
    };

    ThemeRefresh(
            FeedbackEntries entries,
            Themes themes,
            CountingLane lanes,
            Embedder embedder,
            LiveEvents live,
            InstantSource clock) {
        this.entries = entries;
        this.themes = themes;
        this.lanes = lanes;
        this.embedder = embedder;
        this.live = live;
        this.clock = clock;
    }

    /// Takes notice of feedback that was counted for the first time, and says whether to look for themes again: at
    /// once where it is not known when that was done last.
    boolean isDue(OrganizationId organization, int fresh) {
        boolean isKnown = seen.containsKey(organization);
        boolean isEnough =
                seen.merge(organization, new Seen(0, fresh), Seen::plus).isEnough();
        return fresh > 0 && (isEnough || !isKnown);
    }

    /// Looks for themes and has the feedback counted again that belongs to others than before.
    ///
    /// That is asked for before the themes are stored, and nothing is counted before this worker goes on: if it
    /// dies in between, some feedback is counted again in vain, and none is missed.
    ///
    /// @return whether anything is to be counted again
    boolean handle(OrganizationId organization) {
        List<Theme> known = themes.list(organization);
        boolean affected;
        try (Stream<FeedbackEntry> latest = entries.stream(organization, FeedbackFilter.ALL)) {
            Iterator<FeedbackEntry> reading = latest.limit(ThemeDiscovery.REACH).iterator();
            List<FeedbackEntry> window = new ArrayList<>();
            while (window.size() < WINDOW && reading.hasNext()) {
                window.add(reading.next());
            }
            var discovery = ThemeDiscovery.discover(organization, known, window, embedder, clock.instant());
            affected = recount(organization, discovery, window, reading);
            store(organization, discovery);
        }
        seen.computeIfPresent(organization, (_, before) -> before.looked());
        return affected;
    }

    private boolean recount(
            OrganizationId organization,
            ThemeDiscovery.Discovery discovery,
            List<FeedbackEntry> window,
            Iterator<FeedbackEntry> further) {
        var planner = new CountingPlanner(discovery.all());
        List<FeedbackId> moved = new ArrayList<>();
        for (FeedbackEntry entry : window) {
            addIfMoved(moved, entry, planner);
        }
        while (discovery.regroups() && further.hasNext()) {
            addIfMoved(moved, further.next(), planner);
        }
        for (int from = 0; from < moved.size(); from += RECOUNT_BATCH) {
            lanes.recount(organization, moved.subList(from, Math.min(moved.size(), from + RECOUNT_BATCH)));
        }
        return !moved.isEmpty();
    }

    private static void addIfMoved(List<FeedbackId> moved, FeedbackEntry entry, CountingPlanner planner) {
        if (!planner.withThemes(entry).themes().equals(entry.themes())) {
            moved.add(entry.feedback().id());
        }
    }

    private void store(OrganizationId organization, ThemeDiscovery.Discovery discovery) {
        for (Theme theme : discovery.added()) {
            try {
                themes.add(theme);
            } catch (Conflict _) {
                // Found by somebody else at the same time: the id says that it is the same.
            }
            tell(theme);
        }
        for (Theme theme : discovery.changed()) {
            themes.update(organization, theme.id(), Expected.any(), _ -> theme);
            tell(theme);
        }
    }

    private void tell(Theme theme) {
        live.publish(new LiveEvents.News(
                theme.organization(),
                "theme.changed",
                Map.of("theme", theme.id().value()),
                clock.instant()));
    }

    /// @param before feedback that the last look has seen
    /// @param since feedback that came after it
    private record Seen(long before, long since) {

        boolean isEnough() {
            return since >= Math.clamp(before / PART_OF_KNOWN, FIRST_AT, MOST_AWAITED);
        }

        Seen plus(Seen more) {
            return new Seen(before + more.before, since + more.since);
        }

        Seen looked() {
            return new Seen(before + since, 0);
        }
    }
}

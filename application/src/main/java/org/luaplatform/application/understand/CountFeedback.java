package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingLane.Lane;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.CountingLane.Uncounted;
import org.luaplatform.domain.understand.CountingPlanner;
import org.luaplatform.domain.understand.Embedder;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Themes;

/// A worker's round: counts feedback that was analysed (or given up) into the statistics and themes, each piece
/// once, whatever dies in between. What one round costs depends on what is new, not on what there is.
///
/// Each worker, that is each thread on each replica, has an instance of its own under a name of its own.
public final class CountFeedback {

    private static final int BATCH = 200;

    /// @param organizations how many organizations one round serves
    /// @param batches how much of one organization's feedback it counts before the others have their turn
    /// @param lease how long an organization's lane stays closed to others if this worker dies
    public record Command(int organizations, int batches, Duration lease) {
        public static final Command USUAL = new Command(50, 25, Duration.ofSeconds(30));
    }

    private final String worker;
    private final CountingLane lanes;
    private final Buckets buckets;
    private final Themes themes;
    private final AnalysedFeedback listener;
    private final ThemeRefresh refresh;
    private final LiveEvents live;
    private final InstantSource clock;
    private final Signals signals;

    /// @param worker its name, which no other worker has
    /// @param listener is told of each piece before it counts as understood
    public CountFeedback(
            String worker,
            CountingLane lanes,
            Buckets buckets,
            FeedbackEntries entries,
            Themes themes,
            Embedder embedder,
            AnalysedFeedback listener,
            LiveEvents live,
            InstantSource clock,
            Signals signals) {
        this.worker = worker;
        this.lanes = lanes;
        this.buckets = buckets;
        this.themes = themes;
        this.listener = listener;
        this.refresh = new ThemeRefresh(entries, themes, lanes, embedder, live, clock);
        this.live = live;
        this.clock = clock;
        this.signals = signals;
    }

    /// Does one round. What fails for one organization is told to the signals and stops no other; an outage ends
    /// the round.
    ///
    /// @return how many pieces were counted; 0 if there is nothing to do, or others are doing it
    /// @throws Unavailable if a store is away
    public int handle(Command command) {
        int counted = 0;
        for (OrganizationId organization : lanes.waiting(command.organizations())) {
            try {
                counted += serve(organization, command);
            } catch (Unavailable outage) {
                throw outage;
            } catch (RuntimeException failure) {
                signals.workerFailed("counting", failure);
            }
        }
        return counted;
    }

    private int serve(OrganizationId organization, Command command) {
        Instant now = clock.instant();
        Optional<Lane> entered = lanes.enter(organization, worker, now, command.lease());
        if (entered.isEmpty()) {
            return 0;
        }
        Lane lane = entered.get();
        try {
            return count(lane, now, command.lease(), command.batches());
        } finally {
            lanes.leave(lane);
        }
    }

    private int count(Lane entered, Instant enteredAt, Duration lease, int batches) {
        entered.open().ifPresent(lanes::carryOut);
        OrganizationId organization = entered.organization();
        var stay = new Stay(entered, enteredAt, lease);
        countAll(stay, batches);
        // What the themes gained is counted at once, so that they are whole when this round ends.
        if (refresh.isDue(organization, stay.fresh) && goesOn(stay) && refresh.handle(organization)) {
            countAll(stay, batches);
        }
        return stay.counted;
    }

    private void countAll(Stay stay, int batches) {
        OrganizationId organization = stay.lane.organization();
        var planner = new CountingPlanner(themes.list(organization));
        for (int batch = 0; batch < batches && goesOn(stay); batch++) {
            List<Uncounted> pieces = lanes.uncounted(organization, BATCH);
            if (pieces.isEmpty()) {
                return;
            }
            List<FeedbackEntry> understood = pieces.stream()
                    .filter(planner::isNewlyUnderstood)
                    .map(Uncounted::entry)
                    .map(planner::withThemes)
                    .toList();
            if (!understood.isEmpty()) {
                listener.analysed(organization, understood);
            }
            planner.unknown(pieces).forEach(selection -> planner.learn(buckets.read(organization, selection)));
            Plan plan = planner.plan(organization, stay.lane.sequence() + 1, pieces);
            if (!lanes.plan(stay.lane, plan)) {
                stay.isOver = true;
                return;
            }
            lanes.carryOut(plan);
            stay.concluded(plan, understood.size());
            tell(organization, pieces.size());
        }
    }

    /// Prolongs the stay in time. It ends when others were let in: what this worker knows of the lane is past then.
    private boolean goesOn(Stay stay) {
        Instant now = clock.instant();
        if (!stay.isOver && now.isAfter(stay.since.plus(stay.lease.dividedBy(2)))) {
            Optional<Lane> prolonged = lanes.enter(stay.lane.organization(), worker, now, stay.lease)
                    .filter(lane -> lane.epoch() == stay.lane.epoch());
            prolonged.ifPresentOrElse(lane -> stay.prolonged(lane, now), () -> stay.isOver = true);
        }
        return !stay.isOver;
    }

    private void tell(OrganizationId organization, int counted) {
        signals.counted(counted);
        live.publish(new LiveEvents.News(
                organization, "feedback.counted", Map.of("count", Integer.toString(counted)), clock.instant()));
    }

    /// One stay in one organization's lane.
    private static final class Stay {

        private final Duration lease;
        private Lane lane;
        private Instant since;
        private boolean isOver;
        private int counted;
        private int fresh;

        Stay(Lane lane, Instant since, Duration lease) {
            this.lane = lane;
            this.since = since;
            this.lease = lease;
        }

        void prolonged(Lane again, Instant now) {
            lane = again;
            since = now;
        }

        void concluded(Plan plan, int understood) {
            lane = new Lane(lane.organization(), lane.worker(), lane.epoch(), plan.sequence(), Optional.empty());
            counted += plan.counted().size();
            fresh += understood;
        }
    }
}

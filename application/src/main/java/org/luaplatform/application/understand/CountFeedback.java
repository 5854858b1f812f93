package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.CountingLane.Lane;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.CountingLane.Uncounted;
import org.luaplatform.domain.understand.CountingPlanner;
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
    private final InstantSource clock;
    private final Signals signals;

    /// @param worker its name, which no other worker has
    /// @param listener is told of each piece before it counts as understood
    public CountFeedback(
            String worker,
            CountingLane lanes,
            Buckets buckets,
            Themes themes,
            AnalysedFeedback listener,
            InstantSource clock,
            Signals signals) {
        this.worker = worker;
        this.lanes = lanes;
        this.buckets = buckets;
        this.themes = themes;
        this.listener = listener;
        this.clock = clock;
        this.signals = signals;
    }

    /// Does one round. What fails for one organization is told to the signals and stops no other; an outage ends the
    /// round.
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
            return count(lane, now, command);
        } finally {
            lanes.leave(lane);
        }
    }

    private int count(Lane entered, Instant enteredAt, Command command) {
        entered.open().ifPresent(lanes::carryOut);
        OrganizationId organization = entered.organization();
        var planner = new CountingPlanner(themes.list(organization));
        Lane lane = entered;
        Instant since = enteredAt;
        int counted = 0;
        for (int batch = 0; batch < command.batches(); batch++) {
            List<Uncounted> pieces = lanes.uncounted(organization, BATCH);
            if (pieces.isEmpty()) {
                break;
            }
            Plan plan = plan(lane, planner, pieces);
            if (!lanes.plan(lane, plan)) {
                break;
            }
            lanes.carryOut(plan);
            signals.counted(pieces.size());
            counted += pieces.size();

            lane = new Lane(organization, worker, lane.epoch(), plan.sequence(), Optional.empty());
            Instant now = clock.instant();
            if (now.isAfter(since.plus(command.lease().dividedBy(2)))) {
                Optional<Lane> prolonged = lanes.enter(organization, worker, now, command.lease());
                if (prolonged.isEmpty()) {
                    break;
                }
                lane = prolonged.get();
                since = now;
            }
        }
        return counted;
    }

    private Plan plan(Lane lane, CountingPlanner planner, List<Uncounted> pieces) {
        OrganizationId organization = lane.organization();
        planner.unknown(pieces).forEach(selection -> planner.learn(buckets.read(organization, selection)));
        List<FeedbackEntry> understood = pieces.stream()
                .filter(planner::isNewlyUnderstood)
                .map(Uncounted::entry)
                .map(planner::withThemes)
                .toList();
        if (!understood.isEmpty()) {
            listener.analysed(organization, understood);
        }
        return planner.plan(organization, lane.sequence() + 1, pieces);
    }
}

package org.luaplatform.application.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryIds;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleMatching;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Thresholds;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeSummaries;
import org.luaplatform.domain.understand.Themes;

/// Looks at the figures that rules watch and has each crossing of a bound told once, on any number of replicas,
/// whatever dies in between.
public final class WatchThresholds {

    private final Organizations organizations;
    private final Rules rules;
    private final Themes themes;
    private final Buckets buckets;
    private final Watches watches;
    private final Deliveries deliveries;
    private final LiveEvents live;
    private final Nudge dispatcher;
    private final Signals signals;
    private final InstantSource clock;

    public WatchThresholds(
            Organizations organizations,
            Rules rules,
            Themes themes,
            Buckets buckets,
            Watches watches,
            Deliveries deliveries,
            LiveEvents live,
            Nudge dispatcher,
            Signals signals,
            InstantSource clock) {
        this.organizations = organizations;
        this.rules = rules;
        this.themes = themes;
        this.buckets = buckets;
        this.watches = watches;
        this.deliveries = deliveries;
        this.live = live;
        this.dispatcher = dispatcher;
        this.signals = signals;
        this.clock = clock;
    }

    /// One round of the worker, through all organizations. What fails for one organization is told to the signals
    /// and stops no other; an outage ends the round. Figures move slowly: once a minute is often enough.
    ///
    /// @return how many crossings were told
    /// @throws Unavailable if a store is away
    public int handle() {
        int told = 0;
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Organization> page = organizations.list(new PageRequest(PageRequest.MAX_LIMIT, next));
            for (Organization organization : page.items()) {
                told += watch(organization.id());
            }
            next = page.next();
        } while (next.isPresent());
        if (told > 0) {
            dispatcher.nudge();
        }
        return told;
    }

    private int watch(OrganizationId organization) {
        try {
            Instant now = clock.instant();
            var figures = new WatchedFigures(organization, buckets, now);
            int told = 0;
            for (Rule rule : rules.enabled(organization)) {
                told += switch (rule.when()) {
                    case Trigger.FeedbackAnalysed _ -> 0;
                    case Trigger.MetricCrossed trigger -> watch(rule, trigger, figures, now);
                    case Trigger.ThemeCrossed trigger -> watch(rule, trigger, figures, now);
                };
            }
            return told;
        } catch (Unavailable outage) {
            throw outage;
        } catch (RuntimeException failure) {
            signals.workerFailed("watch", failure);
            return 0;
        }
    }

    private int watch(Rule rule, Trigger.MetricCrossed trigger, WatchedFigures figures, Instant now) {
        OptionalDouble value = Thresholds.measure(trigger, figures.total(trigger.window(), rule.conditions()));
        if (value.isEmpty()) {
            return 0;
        }
        var event = new Event.MetricCrossed(
                trigger.metric(), trigger.direction(), value.getAsDouble(), trigger.bound(), trigger.window(), now);
        return look(rule, Thresholds.subject(trigger), Thresholds.isBeyond(trigger, value.getAsDouble()), event);
    }

    private int watch(Rule rule, Trigger.ThemeCrossed trigger, WatchedFigures figures, Instant now) {
        ThemeSummaries summaries = figures.themes(trigger.window(), rule.conditions());
        int told = 0;
        for (Theme theme : themes.list(rule.organization())) {
            if (RuleMatching.watches(rule.conditions(), theme.id())) {
                double value = Thresholds.measure(trigger, summaries.of(theme));
                var event = new Event.ThemeChanged(
                        theme.id(), theme.label(), trigger.measure(), value, trigger.atLeast(), trigger.window(), now);
                told += look(rule, Thresholds.subject(trigger, theme.id()), Thresholds.isBeyond(trigger, value), event);
            }
        }
        return told;
    }

    /// Notes a crossing first and tells it then: a crossing that was noted is told by whoever looks next, if we do
    /// not live to.
    private int look(Rule rule, String subject, boolean isBeyond, Event event) {
        Optional<Watch> stored = watches.find(rule.organization(), rule.id(), subject);
        Watch before = stored.orElseGet(() -> Watch.unseen(rule.organization(), rule.id(), subject));
        if (!before.told()) {
            return tell(rule, before, event);
        }
        Watch after = before.seen(isBeyond);
        boolean isNoted = !after.equals(before) && watches.replace(stored, after);
        return isNoted && !after.told() ? tell(rule, after, event) : 0;
    }

    private int tell(Rule rule, Watch crossing, Event event) {
        List<Delivery> waiting = rule.destinations().stream()
                .map(destination -> Delivery.enqueued(
                        DeliveryIds.ofCrossing(destination, crossing),
                        rule.organization(),
                        destination,
                        Optional.of(rule.id()),
                        event,
                        event.at()))
                .toList();
        int added = deliveries.enqueue(waiting);
        if (!watches.replace(Optional.of(crossing), crossing.withTold())) {
            // Another replica has told it too, under the same ids.
            return 0;
        }
        signals.enqueued(added);
        live.publish(new LiveEvents.News(
                rule.organization(),
                event.type(),
                Map.of("rule", rule.id().value(), "subject", crossing.subject()),
                event.at()));
        return 1;
    }
}

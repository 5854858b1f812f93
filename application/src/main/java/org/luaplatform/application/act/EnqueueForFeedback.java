package org.luaplatform.application.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryIds;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleMatching;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntry;

/// Feedback was understood: the rules that wait for it have it delivered. Hearing of the same feedback again, after
/// a crash or on another replica, enqueues nothing twice.
public final class EnqueueForFeedback {

    /// How many deliveries the ledger is given at once.
    private static final int BATCH = 200;

    private final Rules rules;
    private final Deliveries deliveries;
    private final Nudge dispatcher;
    private final Signals signals;
    private final InstantSource clock;

    public EnqueueForFeedback(
            Rules rules, Deliveries deliveries, Nudge dispatcher, Signals signals, InstantSource clock) {
        this.rules = rules;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.signals = signals;
        this.clock = clock;
    }

    public void handle(OrganizationId organization, List<FeedbackEntry> analysed) {
        List<Rule> enabled = rules.enabled(organization);
        var waiting = new ArrayList<Delivery>();
        for (FeedbackEntry entry : analysed) {
            for (Rule rule : enabled) {
                if (RuleMatching.tells(rule, entry)) {
                    waiting.addAll(deliveries(rule, entry));
                }
            }
            if (waiting.size() >= BATCH) {
                enqueue(waiting);
                waiting.clear();
            }
        }
        enqueue(waiting);
    }

    private List<Delivery> deliveries(Rule rule, FeedbackEntry entry) {
        Instant now = clock.instant();
        var event = new Event.FeedbackAnalysed(
                entry, entry.insight().map(insight -> insight.analysedAt()).orElse(now));
        return rule.destinations().stream()
                .map(destination -> Delivery.enqueued(
                        DeliveryIds.ofFeedback(
                                rule.id(), destination, entry.feedback().id()),
                        rule.organization(),
                        destination,
                        Optional.of(rule.id()),
                        event,
                        now))
                .toList();
    }

    private void enqueue(List<Delivery> waiting) {
        if (!waiting.isEmpty()) {
            signals.enqueued(deliveries.enqueue(List.copyOf(waiting)));
            dispatcher.nudge();
        }
    }
}

package org.luaplatform.adapters.memory.understand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;

/// The feedback in memory that awaits analysis.
final class InMemoryAnalysisQueue implements AnalysisQueue {

    private final FeedbackRecords records;
    private long leases;

    InMemoryAnalysisQueue(FeedbackRecords records) {
        this.records = records;
    }

    @Override
    public List<Claim> claim(int max, Instant now, Duration lease) {
        synchronized (records) {
            return records.due(max, now).stream()
                    .map(due -> lease(due, now.plus(lease)))
                    .toList();
        }
    }

    /// An attempt counts from its beginning, lest a text that ends its worker be tried for ever.
    private Claim lease(FeedbackRecord due, Instant until) {
        AnalysisState.Pending before = pending(due);
        var token = new FeedbackRecord.Lease(Long.toString(leases++), until);
        var begun = new AnalysisState.Pending(before.attempts() + 1, before.dueAt(), before.lastProblem());
        records.put(due.waiting(begun).leased(token));
        return new Claim(due.feedback(), before.attempts(), token.token());
    }

    private static AnalysisState.Pending pending(FeedbackRecord waiting) {
        return switch (waiting.analysis()) {
            case AnalysisState.Pending pending -> pending;
            case AnalysisState.Done _, AnalysisState.Failed _ ->
                throw new IllegalStateException("only pending feedback is due");
        };
    }

    @Override
    public List<FeedbackId> complete(List<Completion> completions) {
        List<FeedbackId> stored = new ArrayList<>();
        for (Completion completion : completions) {
            if (change(completion.claim(), claimed -> claimed.understood(completion.insight()))) {
                stored.add(completion.claim().feedback().id());
            }
        }
        return List.copyOf(stored);
    }

    @Override
    public void postpone(Claim claim, Instant dueAt, String problem) {
        boolean _ = change(
                claim,
                claimed ->
                        claimed.waiting(new AnalysisState.Pending(claim.attempts() + 1, dueAt, Optional.of(problem))));
    }

    @Override
    public void giveUp(Claim claim, Instant now, String problem) {
        boolean _ =
                change(claim, claimed -> claimed.givenUp(new AnalysisState.Failed(claim.attempts() + 1, problem, now)));
    }

    /// Changes the piece if the claim's lease is the present one.
    private boolean change(Claim claim, UnaryOperator<FeedbackRecord> change) {
        synchronized (records) {
            Optional<FeedbackRecord> claimed = records.find(claim.feedback().id())
                    .filter(found -> found.lease()
                            .map(lease -> lease.token().equals(claim.token()))
                            .orElse(false));
            claimed.map(change).ifPresent(records::put);
            return claimed.isPresent();
        }
    }

    @Override
    public boolean retry(OrganizationId organization, FeedbackId id, Instant now) {
        synchronized (records) {
            Optional<FeedbackRecord> found = records.find(organization, id);
            found.map(before -> before.waiting(new AnalysisState.Pending(0, now, Optional.empty())))
                    .ifPresent(records::put);
            return found.isPresent();
        }
    }

    @Override
    public Page<FeedbackEntry> failed(OrganizationId organization, PageRequest page) {
        Optional<Place> after = Pages.after(page);
        var rest = records.failed().stream()
                .filter(one -> one.feedback().organization().equals(organization))
                .filter(one -> after.map(last -> place(one).compareTo(last) > 0).orElse(true))
                .iterator();
        return Pages.next(rest, InMemoryAnalysisQueue::place, page.limit()).map(FeedbackRecord::entry);
    }

    private static Place place(FeedbackRecord given) {
        Instant at = given.analysis() instanceof AnalysisState.Failed failed ? failed.failedAt() : Instant.MIN;
        return new Place(at, given.feedback().id().value());
    }

    @Override
    public Backlog backlog() {
        synchronized (records) {
            List<FeedbackRecord> pending = records.pending();
            return new Backlog(
                    pending.size(),
                    records.failed().size(),
                    pending.stream()
                            .map(waiting -> waiting.feedback().receivedAt())
                            .min(Comparator.naturalOrder()));
        }
    }
}

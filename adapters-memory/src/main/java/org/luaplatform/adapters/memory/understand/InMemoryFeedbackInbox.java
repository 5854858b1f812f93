package org.luaplatform.adapters.memory.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Where feedback arrives in memory.
final class InMemoryFeedbackInbox implements FeedbackInbox {

    private final FeedbackRecords records;
    private final Map<OriginKey, FeedbackId> byOrigin = new HashMap<>();

    InMemoryFeedbackInbox(FeedbackRecords records) {
        this.records = records;
    }

    @Override
    public Receipt add(Feedback feedback) {
        synchronized (records) {
            Optional<FeedbackRecord> there =
                    records.find(feedback.id()).or(() -> feedback.origin().flatMap(origin -> holder(feedback, origin)));
            if (there.isPresent()) {
                Feedback first = there.get().feedback();
                return new Receipt.AlreadyThere(first.id(), first.formVersion(), first.receivedAt(), first.origin());
            }
            feedback.origin().ifPresent(origin -> byOrigin.put(key(feedback, origin), feedback.id()));
            records.put(FeedbackRecord.received(feedback));
            return new Receipt.Added();
        }
    }

    @Override
    public List<Receipt> addAll(List<Feedback> feedback) {
        synchronized (records) {
            return feedback.stream().map(this::add).toList();
        }
    }

    @Override
    public Set<FeedbackId> known(OrganizationId organization, FormId form, Set<FeedbackId> ids) {
        synchronized (records) {
            return ids.stream()
                    .filter(id -> records.find(organization, id)
                            .filter(piece -> piece.feedback().form().equals(form))
                            .isPresent())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The piece that the origin's key stands for, unless that was a request which is forgotten by now.
    private Optional<FeedbackRecord> holder(Feedback feedback, Origin origin) {
        return Optional.ofNullable(byOrigin.get(key(feedback, origin)))
                .flatMap(records::find)
                .filter(holder -> origin.importId().isPresent()
                        || !holder.feedback()
                                .receivedAt()
                                .plus(RepeatedRequests.KEPT)
                                .isBefore(feedback.receivedAt()));
    }

    private static OriginKey key(Feedback feedback, Origin origin) {
        return new OriginKey(feedback.organization(), feedback.form(), origin.key());
    }

    private record OriginKey(OrganizationId organization, FormId form, String key) {}
}

package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.unset;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.FORM;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.ID;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.ORIGIN;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.owned;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Where feedback arrives in MongoDB: one insert, acknowledged when a majority has it in its journal.
final class MongoFeedbackInbox implements FeedbackInbox {

    private static final int MOST_TRIES = 10;

    private final StoredDocuments feedback;

    MongoFeedbackInbox(StoredDocuments feedback) {
        this.feedback = feedback;
    }

    @Override
    public Receipt add(Feedback piece) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (feedback.add(received(piece))) {
                return new Receipt.Added();
            }
            Optional<Feedback> holder = holder(piece);
            if (holder.isPresent()) {
                return alreadyThere(holder.get());
            }
            // Its key is free by now.
        }
        throw new IllegalStateException("there is neither room for the piece nor anything in its place");
    }

    private static Document received(Feedback piece) {
        return FeedbackCollection.document(FeedbackRecord.received(piece));
    }

    private static Receipt alreadyThere(Feedback first) {
        return new Receipt.AlreadyThere(first.id(), first.formVersion(), first.receivedAt(), first.origin());
    }

    /// The piece that stands in the way of this one. A forgotten request does not: it makes way first.
    private Optional<Feedback> holder(Feedback piece) {
        Optional<Feedback> same = found(eq(ID, piece.id().value()));
        if (same.isPresent()) {
            return same;
        }
        Optional<Feedback> known = piece.origin()
                .flatMap(origin -> found(and(owned(piece.organization()), eq(ORIGIN, key(piece, origin)))));
        Optional<Feedback> forgotten = known.filter(first -> isForgotten(first, piece));
        forgotten.ifPresent(first -> {
            boolean _ = feedback.update(owned(first.organization(), first.id()), unset(ORIGIN));
        });
        return forgotten.isPresent() ? Optional.empty() : known;
    }

    private Optional<Feedback> found(Bson filter) {
        return feedback.find(filter).map(FeedbackDocument::toFeedback);
    }

    private static String key(Feedback piece, Origin origin) {
        return FeedbackCollection.origin(piece.form(), origin);
    }

    private static boolean isForgotten(Feedback first, Feedback piece) {
        boolean isRow = piece.origin().flatMap(Origin::importId).isPresent();
        return !isRow && first.receivedAt().plus(RepeatedRequests.KEPT).isBefore(piece.receivedAt());
    }

    /// What came before is looked up first: a file that is imported again is mostly that, and to be refused by a
    /// unique index costs a server much more than to be found in it.
    @Override
    public List<Receipt> addAll(List<Feedback> pieces) {
        NavigableMap<Integer, Receipt> receipts = new TreeMap<>();
        NavigableMap<Integer, Feedback> open = new TreeMap<>();
        pieces.forEach(piece -> open.put(open.size(), piece));
        settleKnown(open, receipts);
        settleNew(open, receipts);
        settleKnown(open, receipts);
        open.forEach((position, piece) -> receipts.put(position, add(piece)));
        return List.copyOf(receipts.values());
    }

    /// Moves those pieces from `open` that are there already.
    private void settleKnown(NavigableMap<Integer, Feedback> open, NavigableMap<Integer, Receipt> receipts) {
        if (!open.isEmpty()) {
            Function<Feedback, Optional<Feedback>> holder = holders(open.values());
            open.forEach((position, piece) ->
                    holder.apply(piece).ifPresent(first -> receipts.put(position, alreadyThere(first))));
            open.keySet().removeAll(receipts.keySet());
        }
    }

    /// Adds the open pieces. Those stay that somebody else added at the same moment, or that stand there twice.
    private void settleNew(NavigableMap<Integer, Feedback> open, NavigableMap<Integer, Receipt> receipts) {
        if (!open.isEmpty()) {
            List<Integer> positions = List.copyOf(open.keySet());
            Set<Integer> refused = feedback.addAll(open.values().stream()
                            .map(MongoFeedbackInbox::received)
                            .toList())
                    .duplicates();
            for (int i = 0; i < positions.size(); i++) {
                if (!refused.contains(i)) {
                    receipts.put(positions.get(i), new Receipt.Added());
                }
            }
            open.keySet().removeAll(receipts.keySet());
        }
    }

    /// Who stands in the way of each of these pieces, asked for in one call.
    private Function<Feedback, Optional<Feedback>> holders(Collection<Feedback> pieces) {
        List<String> ids = pieces.stream().map(piece -> piece.id().value()).toList();
        List<String> keys = pieces.stream()
                .flatMap(piece -> piece.origin().map(origin -> key(piece, origin)).stream())
                .toList();
        OrganizationId organization = pieces.iterator().next().organization();
        Bson either = keys.isEmpty() ? in(ID, ids) : or(in(ID, ids), and(owned(organization), in(ORIGIN, keys)));
        Map<String, Feedback> byId = new HashMap<>();
        Map<String, Feedback> byKey = new HashMap<>();
        feedback.list(either).forEach(document -> {
            Feedback first = FeedbackDocument.toFeedback(document);
            byId.put(first.id().value(), first);
            // Not every key stands for its piece any more.
            document.document("index").optionalText("origin").ifPresent(key -> byKey.put(key, first));
        });
        return piece -> Optional.ofNullable(byId.get(piece.id().value()))
                .or(() -> piece.origin()
                        .flatMap(origin -> Optional.ofNullable(byKey.get(key(piece, origin))))
                        .filter(first -> !isForgotten(first, piece)));
    }

    @Override
    public Set<FeedbackId> known(OrganizationId organization, FormId form, Set<FeedbackId> ids) {
        List<String> texts = ids.stream().map(FeedbackId::value).toList();
        return feedback
                .ids(and(in(ID, texts), owned(organization), eq(FORM, form.value())), Sorts.ascending(ID), 0)
                .stream()
                .map(FeedbackId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}

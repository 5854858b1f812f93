package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.SearchWords;

/// The collection that all ports of feedback share. A document is a [FeedbackRecordDocument], with beside it, under
/// `index`, what is looked up in another shape than it is kept in:
///
/// - `turn`: when a worker may begin to analyse it; only while it waits for one
/// - `uncounted`: `true` while it waits to be counted
/// - `origin`: the key under which it is recognised, as long as that is its own
/// - `language`: the primary language of what it is written in
/// - `words`: the words by which it is found
final class FeedbackCollection {

    static final String ID = "_id";
    static final String ORGANIZATION = "organization";
    static final String OCCURRED_AT = "occurredAt";
    static final String RECEIVED_AT = "receivedAt";
    static final String FORM = "form";
    static final String THEMES = "themes";
    static final String SENTIMENT = "insight.sentiment.label";
    static final String FAILED_AT = "analysis.failedAt";
    static final String TURN = "index.turn";
    static final String UNCOUNTED = "index.uncounted";
    static final String ORIGIN = "index.origin";
    static final String LANGUAGE = "index.language";
    static final String WORDS = "index.words";

    /// Somebody who writes more different words than this is not found by the rest of them: each is an entry in an
    /// index.
    private static final int MOST_WORDS = 4_000;

    /// Those that begin with the organization serve tenants, the others serve the workers of all.
    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending(ORGANIZATION), descending(OCCURRED_AT, ID))),
            new IndexModel(compoundIndex(ascending(ORGANIZATION, FORM), descending(OCCURRED_AT, ID))),
            new IndexModel(compoundIndex(ascending(ORGANIZATION, THEMES), descending(OCCURRED_AT, ID))),
            new IndexModel(
                    compoundIndex(ascending(ORGANIZATION, SENTIMENT), descending(OCCURRED_AT, ID)),
                    where(exists(SENTIMENT))),
            new IndexModel(ascending(ORGANIZATION, WORDS)),
            new IndexModel(
                    ascending(ORGANIZATION, ORIGIN), where(exists(ORIGIN)).unique(true)),
            new IndexModel(ascending(ORGANIZATION, ID), where(eq(UNCOUNTED, true))),
            new IndexModel(compoundIndex(ascending(ORGANIZATION), descending(FAILED_AT, ID)), where(exists(FAILED_AT))),
            new IndexModel(ascending(FAILED_AT), new IndexOptions().sparse(true)),
            new IndexModel(ascending(TURN, RECEIVED_AT), where(exists(TURN))));

    private FeedbackCollection() {}

    private static IndexOptions where(Bson condition) {
        return new IndexOptions().partialFilterExpression(condition);
    }

    static Document document(FeedbackRecord known) {
        return FeedbackRecordDocument.of(known).with("index", index(known));
    }

    static Document index(FeedbackRecord known) {
        return Document.builder()
                .put("turn", turn(known).map(Instant::toEpochMilli))
                .put("uncounted", known.revision() == known.countedRevision() ? Optional.empty() : Optional.of(true))
                .put(
                        "origin",
                        known.feedback()
                                .origin()
                                .map(origin -> origin(known.feedback().form(), origin)))
                .put("language", language(known.entry().language()))
                .putTexts(
                        "words",
                        SearchWords.of(known.feedback().answers()).stream()
                                .limit(MOST_WORDS)
                                .toList())
                .build();
    }

    /// When a worker may begin: not before the piece is due, nor while somebody else is at it.
    private static Optional<Instant> turn(FeedbackRecord known) {
        return switch (known.analysis()) {
            case AnalysisState.Pending pending ->
                known.lease().map(FeedbackRecord.Lease::until).or(() -> Optional.of(pending.dueAt()));
            case AnalysisState.Done _, AnalysisState.Failed _ -> Optional.empty();
        };
    }

    static String origin(FormId form, Origin origin) {
        return form.value() + "/" + origin.key();
    }

    static String language(Language language) {
        return language.primary().tag();
    }

    static Bson owned(OrganizationId organization) {
        return eq(ORGANIZATION, organization.value());
    }

    static Bson owned(OrganizationId organization, FeedbackId id) {
        return and(eq(ID, id.value()), owned(organization));
    }
}

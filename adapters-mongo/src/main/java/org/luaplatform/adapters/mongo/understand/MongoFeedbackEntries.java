package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.FORM;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.LANGUAGE;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.OCCURRED_AT;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.SENTIMENT;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.THEMES;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.WORDS;
import static org.luaplatform.adapters.mongo.understand.FeedbackCollection.owned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.mongo.engine.Places;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Feedback in MongoDB, to be read.
final class MongoFeedbackEntries implements FeedbackEntries {

    private static final Places LATEST_FIRST = new Places(OCCURRED_AT);

    private final StoredDocuments feedback;

    MongoFeedbackEntries(StoredDocuments feedback) {
        this.feedback = feedback;
    }

    @Override
    public Optional<FeedbackEntry> find(OrganizationId organization, FeedbackId id) {
        return feedback.find(owned(organization, id)).map(MongoFeedbackEntries::entry);
    }

    @Override
    public Page<FeedbackEntry> search(OrganizationId organization, FeedbackFilter filter, PageRequest page) {
        return LATEST_FIRST.page(feedback, matching(organization, filter), page, MongoFeedbackEntries::entry);
    }

    @Override
    public Stream<FeedbackEntry> stream(OrganizationId organization, FeedbackFilter filter) {
        return feedback.stream(matching(organization, filter), LATEST_FIRST.order())
                .map(MongoFeedbackEntries::entry);
    }

    private static FeedbackEntry entry(Document document) {
        return FeedbackRecordDocument.toRecord(document).entry();
    }

    /// What [FeedbackFilter#matches], in MongoDB's words.
    private static Bson matching(OrganizationId organization, FeedbackFilter filter) {
        List<Bson> all = new ArrayList<>();
        all.add(owned(organization));
        filter.form().ifPresent(form -> all.add(eq(FORM, form.value())));
        filter.from().ifPresent(from -> all.add(gte(OCCURRED_AT, from.toEpochMilli())));
        filter.to().ifPresent(to -> all.add(lt(OCCURRED_AT, to.toEpochMilli())));
        filter.sentiment().ifPresent(label -> all.add(eq(SENTIMENT, EnumText.of(label))));
        filter.theme().ifPresent(theme -> all.add(eq(THEMES, theme.value())));
        filter.atLeast().ifPresent(bound -> all.add(gte("satisfaction", bound.percent())));
        filter.atMost().ifPresent(bound -> all.add(lte("satisfaction", bound.percent())));
        filter.language().ifPresent(language -> all.add(eq(LANGUAGE, FeedbackCollection.language(language))));
        filter.channel().ifPresent(channel -> all.add(eq("channel", channel.name())));
        // Words are letters and digits, of which none means anything else in a regular expression.
        filter.searchWords().forEach(word -> all.add(regex(WORDS, "^" + word)));
        return and(all);
    }
}

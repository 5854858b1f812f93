package org.luaplatform.adapters.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Things under their ids, each with its revision and its organization. An update replaces exactly the revision
/// that it started from, and starts over if another came first.
///
/// @param <T> the thing
public final class Shelf<T> {

    private static final Places NEWEST_FIRST = new Places("createdAt");

    private final StoredDocuments documents;
    private final Function<T, Document> writing;
    private final Function<Document, T> reading;

    public Shelf(StoredDocuments documents, Function<T, Document> writing, Function<Document, T> reading) {
        this.documents = documents;
        this.writing = writing;
        this.reading = reading;
    }

    /// @throws Conflict if there is something under its id, or another of its keys
    public void add(T thing) {
        if (!documents.add(Stored.with(Revision.FIRST, writing.apply(thing)))) {
            throw new Conflict("already-there", "There is already one with this id.");
        }
    }

    public Optional<Versioned<T>> find(OrganizationId organization, String id) {
        return find(owned(organization, id));
    }

    public Optional<Versioned<T>> find(Bson filter) {
        return documents.find(filter).map(this::versioned);
    }

    /// Of the organization, or of whatever else the filter names.
    public Page<Versioned<T>> newestFirst(Bson filter, PageRequest page) {
        return NEWEST_FIRST.page(documents, filter, page, this::versioned);
    }

    public List<T> all(Bson filter, Bson order) {
        return documents.list(filter, order, 0).stream().map(reading).toList();
    }

    /// @param absent the refusal, if the organization has no such thing
    public Versioned<T> update(
            OrganizationId organization,
            String id,
            Expected expected,
            UnaryOperator<T> change,
            Supplier<? extends NotFound> absent) {
        return update(owned(organization, id), expected, change).orElseThrow(absent);
    }

    /// @return empty if nothing matches the filter (any more)
    public Optional<Versioned<T>> update(Bson filter, Expected expected, UnaryOperator<T> change) {
        for (int races = 0; ; races++) {
            Optional<Versioned<T>> before = find(filter);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Revision revision = before.get().revision();
            expected.check(revision);
            var after = new Versioned<>(change.apply(before.get().value()), revision.next());
            if (documents.replace(at(filter, revision), Stored.with(after.revision(), writing.apply(after.value())))) {
                return Optional.of(after);
            }
            // Another update came first. Ours starts over from what that one stored.
            Conflicts.giveWay(races);
        }
    }

    /// @param absent the refusal, if the organization has no such thing
    public void remove(OrganizationId organization, String id, Expected expected, Supplier<? extends NotFound> absent) {
        Bson filter = owned(organization, id);
        for (int races = 0; ; races++) {
            Revision revision = find(filter).orElseThrow(absent).revision();
            expected.check(revision);
            if (documents.remove(at(filter, revision))) {
                return;
            }
            Conflicts.giveWay(races);
        }
    }

    public void removeIfThere(OrganizationId organization, String id) {
        boolean _ = documents.remove(owned(organization, id));
    }

    private Versioned<T> versioned(Document document) {
        return Stored.versioned(document, reading);
    }

    public static Bson owned(OrganizationId organization, String id) {
        return and(eq("_id", id), eq("organization", organization.value()));
    }

    private static Bson at(Bson filter, Revision revision) {
        return and(filter, eq("revision", revision.value()));
    }
}

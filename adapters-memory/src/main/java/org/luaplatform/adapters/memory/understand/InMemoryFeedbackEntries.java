package org.luaplatform.adapters.memory.understand;

import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Feedback in memory, to be read.
final class InMemoryFeedbackEntries implements FeedbackEntries {

    private final FeedbackRecords records;

    InMemoryFeedbackEntries(FeedbackRecords records) {
        this.records = records;
    }

    @Override
    public Optional<FeedbackEntry> find(OrganizationId organization, FeedbackId id) {
        return records.find(organization, id).map(FeedbackRecord::entry);
    }

    @Override
    public Page<FeedbackEntry> search(OrganizationId organization, FeedbackFilter filter, PageRequest page) {
        var matching = matching(organization, filter, Pages.after(page));
        return Pages.next(matching.iterator(), InMemoryFeedbackEntries::place, page.limit());
    }

    @Override
    public Stream<FeedbackEntry> stream(OrganizationId organization, FeedbackFilter filter) {
        return matching(organization, filter, Optional.empty());
    }

    private Stream<FeedbackEntry> matching(OrganizationId organization, FeedbackFilter filter, Optional<Place> after) {
        return records.after(organization, after).stream()
                .map(FeedbackRecord::entry)
                .filter(filter::matches);
    }

    private static Place place(FeedbackEntry entry) {
        return new Place(entry.feedback().occurredAt(), entry.feedback().id().value());
    }
}

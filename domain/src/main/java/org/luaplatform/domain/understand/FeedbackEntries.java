package org.luaplatform.domain.understand;

import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// All feedback, to be read. A reader sees at once what [org.luaplatform.domain.learn.FeedbackInbox] has
/// acknowledged.
public interface FeedbackEntries {

    Optional<FeedbackEntry> find(OrganizationId organization, FeedbackId id);

    /// What matches, latest `occurredAt` first and among equals the greatest id first. A page costs what it shows,
    /// not what there is: pieces that arrive while somebody turns the pages neither repeat nor hide others.
    Page<FeedbackEntry> search(OrganizationId organization, FeedbackFilter filter, PageRequest page);

    /// All that matches, in the order of [#search], read on as the stream is consumed; to be closed.
    Stream<FeedbackEntry> stream(OrganizationId organization, FeedbackFilter filter);
}

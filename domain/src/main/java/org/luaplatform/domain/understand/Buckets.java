package org.luaplatform.domain.understand;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The read models of all statistics.
public interface Buckets {

    /// The buckets of the days `from` to `to`, both included, in the order of their days.
    List<Bucket> read(OrganizationId organization, Selection selection);

    /// @param form empty for all forms; likewise `channel` and `language`
    record Selection(
            Bucket.Kind kind,
            LocalDate from,
            LocalDate to,
            Optional<FormId> form,
            Optional<Channel> channel,
            Optional<Language> language) {}
}

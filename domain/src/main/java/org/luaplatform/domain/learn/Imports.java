package org.luaplatform.domain.learn;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The imports of all organizations, with their files and error reports.
public interface Imports {

    /// Stores the import and its file, which is read to its end and never held in memory as a whole. The import can
    /// be claimed only once all of the file is there.
    ///
    /// @throws org.luaplatform.domain.Conflict if there is an import with this id
    /// @throws java.io.UncheckedIOException if the file cannot be read to its end; then nothing is stored
    void add(Import started, InputStream file);

    Optional<Import> find(OrganizationId organization, ImportId id);

    /// Newest first.
    Page<Import> list(OrganizationId organization, PageRequest page);

    /// Gives `worker` an import that waits, or whose lease has run out, the oldest first, and marks it as running
    /// under a lease until `now + lease`; empty if there is none. No two workers are given the same one at a time.
    Optional<Import> claim(String worker, Instant now, Duration lease);

    /// Replaces the import by what `change` makes of it, if `worker` still holds its lease.
    ///
    /// @return the import as stored, or empty if the lease went to somebody else or is over
    Optional<Import> update(OrganizationId organization, ImportId id, String worker, UnaryOperator<Import> change);

    /// The import's file from its beginning.
    ///
    /// @throws ImportNotFound if the organization has no such import, or its file was discarded
    InputStream open(OrganizationId organization, ImportId id);

    /// Removes the import's file once it is of no use any more; the import and its error report stay.
    void discardFile(OrganizationId organization, ImportId id);

    /// Adds to the error report. Rows that are in it already (by line) are not added again.
    void reject(OrganizationId organization, ImportId id, List<RejectedRow> rows);

    /// The error report in the order of the file; to be closed.
    Stream<RejectedRow> rejected(OrganizationId organization, ImportId id);
}

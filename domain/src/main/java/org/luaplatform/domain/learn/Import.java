package org.luaplatform.domain.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;

/// A file of feedback on its way in. The file is stored before the import begins, so that any replica can do the
/// work and take it up again where another one died.
///
/// @param dryRun whether the rows are only checked
/// @param progress how far it got
/// @param lease who is working at it until when; empty for nobody
public record Import(
        ImportId id,
        OrganizationId organization,
        FormId form,
        ImportFormat format,
        ImportMapping mapping,
        boolean dryRun,
        Instant createdAt,
        State state,
        Progress progress,
        Optional<Lease> lease) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /// The file as a whole could not be read; what had been accepted before stays.
        FAILED
    }

    /// @param read rows seen so far
    /// @param accepted rows stored (in a dry run: rows that would be)
    /// @param duplicates rows that were there already
    /// @param rejected rows with violations, which are in the error report
    /// @param samples the first accepted rows as they were understood; in a dry run only
    /// @param problem why the import as a whole failed
    public record Progress(
            long read, long accepted, long duplicates, long rejected, List<Sample> samples, Optional<String> problem) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, List.of(), Optional.empty());

        public Progress {
            samples = List.copyOf(samples);
        }

        public Progress failed(String problem) {
            return new Progress(read, accepted, duplicates, rejected, samples, Optional.of(problem));
        }
    }

    /// @param values what was understood, by the names that an export gives its columns
    public record Sample(long line, Map<String, String> values) {
        public Sample {
            values = Map.copyOf(values);
        }
    }

    public record Lease(String worker, Instant until) {}

    public Import with(State state, Progress progress, Optional<Lease> lease) {
        return new Import(id, organization, form, format, mapping, dryRun, createdAt, state, progress, lease);
    }
}

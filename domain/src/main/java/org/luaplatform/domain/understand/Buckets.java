package org.luaplatform.domain.understand;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The read models of all statistics.
public interface Buckets {

    /// The buckets of the days `from` to `to`, both included, in the order of their days.
    List<Bucket> read(OrganizationId organization, Selection selection);

    /// Which buckets, and how finely.
    ///
    /// @param form empty for all forms; likewise `channel` and `language`
    /// @param cuts the slots with which those parts of a day begin that are to be told apart. What was counted
    ///     between one cut and the next may be answered as a sum in any slot of that part; so a store need not hand
    ///     out each quarter of an hour where whole days are wanted. A day always begins a part.
    record Selection(
            Bucket.Kind kind,
            LocalDate from,
            LocalDate to,
            Optional<FormId> form,
            Optional<Channel> channel,
            Optional<Language> language,
            Set<Integer> cuts) {

        private static final Set<Integer> EVERY_SLOT =
                IntStream.range(0, Bucket.SLOTS).boxed().collect(Collectors.toUnmodifiableSet());

        public Selection {
            cuts = Set.copyOf(cuts);
        }

        /// Everything in its own slot.
        public Selection(
                Bucket.Kind kind,
                LocalDate from,
                LocalDate to,
                Optional<FormId> form,
                Optional<Channel> channel,
                Optional<Language> language) {
            this(kind, from, to, form, channel, language, EVERY_SLOT);
        }
    }
}

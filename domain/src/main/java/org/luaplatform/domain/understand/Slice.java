package org.luaplatform.domain.understand;

import java.time.LocalDate;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;

/// Which part of an organization's feedback figures are wanted of. An empty part does not restrict.
///
/// @param language by its primary language
public record Slice(Optional<FormId> form, Optional<Channel> channel, Optional<Language> language) {

    public static final Slice ALL = new Slice(Optional.empty(), Optional.empty(), Optional.empty());

    public Slice {
        language = language.map(Language::primary);
    }

    /// The buckets of this part, of the UTC days `from` to `to`, both included.
    public Buckets.Selection of(Bucket.Kind kind, LocalDate from, LocalDate to) {
        return new Buckets.Selection(kind, from, to, form, channel, language);
    }

    /// The buckets of this part with figures for `axis`, no finer than it tells apart.
    public Buckets.Selection figures(TimeAxis axis) {
        return new Buckets.Selection(
                Bucket.Kind.FIGURES, axis.firstDay(), axis.lastDay(), form, channel, language, axis.cuts());
    }
}

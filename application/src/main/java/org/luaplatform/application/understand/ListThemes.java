package org.luaplatform.application.understand;

import java.time.InstantSource;
import java.util.List;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.TimeFrame;

/// Somebody wants to know what people talk about.
public final class ListThemes {

    /// @param frame by UTC days; usually the last 30 days
    public record Query(OrganizationId organization, TimeFrame frame, Slice slice) {}

    private final Themes themes;
    private final SummarizedThemes summarized;

    public ListThemes(Themes themes, Buckets buckets, InstantSource clock) {
        this.themes = themes;
        this.summarized = new SummarizedThemes(buckets, clock);
    }

    /// The themes that were mentioned in the period, the most mentioned first.
    ///
    /// @throws org.luaplatform.domain.Invalid if the period is impossible or too long
    public List<ThemeSummary> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.INSIGHTS_READ, query.organization());
        return summarized.in(query.organization(), query.frame(), query.slice()).of(themes.list(query.organization()));
    }
}

package org.luaplatform.application.understand;

import java.time.InstantSource;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeNotFound;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.Themes;
import org.luaplatform.domain.understand.TimeFrame;

/// Somebody looks at one theme: what it is, and what it amounts to in a period, be it nothing.
public final class ReadTheme {

    /// @param frame by UTC days; usually the last 30 days
    public record Query(ThemeId theme, TimeFrame frame, Slice slice) {}

    private final Themes themes;
    private final SummarizedThemes summarized;

    public ReadTheme(Themes themes, Buckets buckets, InstantSource clock) {
        this.themes = themes;
        this.summarized = new SummarizedThemes(buckets, clock);
    }

    /// @throws ThemeNotFound if the caller's organization has no such theme
    /// @throws org.luaplatform.domain.Invalid if the period is impossible or too long
    public ThemeSummary handle(Principal caller, Query query) {
        OrganizationId organization = caller.actingWith(Scope.INSIGHTS_READ);
        Theme theme = themes.find(organization, query.theme())
                .orElseThrow(ThemeNotFound::new)
                .value();
        return summarized.in(organization, query.frame(), query.slice()).of(theme);
    }
}

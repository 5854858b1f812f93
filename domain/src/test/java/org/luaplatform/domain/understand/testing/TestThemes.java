package org.luaplatform.domain.understand.testing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;

/// Themes for tests.
public final class TestThemes {

    private TestThemes() {}

    public static ThemeId anId() {
        return new ThemeId(TestIds.next());
    }

    public static Theme aTheme(OrganizationId organization) {
        return aTheme(organization, TestClock.NOON, "queue", "wait time");
    }

    public static Theme aTheme(OrganizationId organization, Instant createdAt, String... terms) {
        return new Theme(
                anId(),
                organization,
                "Queues",
                Set.of(terms),
                List.of(
                        new Theme.Quote(
                                new FeedbackId(TestIds.next()),
                                "“Queues”,\nqueues 😀",
                                TestInsights.sentiment(SentimentLabel.NEGATIVE)),
                        new Theme.Quote(
                                new FeedbackId(TestIds.next()),
                                "Waiting again",
                                TestInsights.sentiment(SentimentLabel.NOT_ASSESSED))),
                createdAt);
    }

    /// The theme under another label; everything else stays.
    public static Theme labelled(Theme theme, String label) {
        return new Theme(theme.id(), theme.organization(), label, theme.terms(), theme.quotes(), theme.createdAt());
    }
}

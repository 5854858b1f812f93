package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// A topic that comes up again and again. It keeps its identity while it grows, so that its history means
/// something.
///
/// @param label what it is called, 1 to 100 characters
/// @param terms the keyword terms that belong to it; feedback belongs to the theme if one of them is among its
///     keywords, or if one that is a single word stands in a keyword or in a text
/// @param quotes words of respondents that show what it is about, the most telling first
public record Theme(
        ThemeId id,
        OrganizationId organization,
        String label,
        Set<String> terms,
        List<Quote> quotes,
        Instant createdAt) {

    public Theme {
        label = Text.required(label, 100, Pointer.to("label"));
        terms = Set.copyOf(terms);
        quotes = List.copyOf(quotes);
    }

    /// @param text what somebody said, at most 300 characters of it
    public record Quote(FeedbackId feedback, String text, Sentiment sentiment) {}
}

package org.luaplatform.domain.understand.testing;

import java.time.Instant;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;

/// Filters for tests.
public final class TestFilters {

    private TestFilters() {}

    public static FilterBuilder filter() {
        return new FilterBuilder();
    }

    public static FeedbackFilter ofForm(FormId form) {
        return filter().form(form).build();
    }

    public static FeedbackFilter between(Instant from, Instant to) {
        return filter().from(from).to(to).build();
    }

    public static FeedbackFilter feeling(SentimentLabel label) {
        return filter().sentiment(label).build();
    }

    public static FeedbackFilter about(ThemeId theme) {
        return filter().theme(theme).build();
    }

    /// By satisfaction in percent.
    public static FeedbackFilter satisfied(int atLeast, int atMost) {
        return filter().atLeast(new Satisfaction(atLeast))
                .atMost(new Satisfaction(atMost))
                .build();
    }

    public static FeedbackFilter speaking(String language) {
        return filter().language(new Language(language)).build();
    }

    public static FeedbackFilter by(String channel) {
        return filter().channel(new Channel(channel)).build();
    }

    public static FeedbackFilter saying(String words) {
        return filter().words(words).build();
    }
}

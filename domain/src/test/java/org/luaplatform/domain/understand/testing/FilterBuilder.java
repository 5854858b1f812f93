package org.luaplatform.domain.understand.testing;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;

/// Makes filters for tests: what is not named does not restrict.
public final class FilterBuilder {

    private Optional<FormId> form = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();
    private Optional<SentimentLabel> sentiment = Optional.empty();
    private Optional<ThemeId> theme = Optional.empty();
    private Optional<Satisfaction> atLeast = Optional.empty();
    private Optional<Satisfaction> atMost = Optional.empty();
    private Optional<Language> language = Optional.empty();
    private Optional<Channel> channel = Optional.empty();
    private Optional<String> words = Optional.empty();

    FilterBuilder() {}

    public FilterBuilder form(FormId value) {
        form = Optional.of(value);
        return this;
    }

    public FilterBuilder from(Instant value) {
        from = Optional.of(value);
        return this;
    }

    public FilterBuilder to(Instant value) {
        to = Optional.of(value);
        return this;
    }

    public FilterBuilder sentiment(SentimentLabel value) {
        sentiment = Optional.of(value);
        return this;
    }

    public FilterBuilder theme(ThemeId value) {
        theme = Optional.of(value);
        return this;
    }

    public FilterBuilder atLeast(Satisfaction value) {
        atLeast = Optional.of(value);
        return this;
    }

    public FilterBuilder atMost(Satisfaction value) {
        atMost = Optional.of(value);
        return this;
    }

    public FilterBuilder language(Language value) {
        language = Optional.of(value);
        return this;
    }

    public FilterBuilder channel(Channel value) {
        channel = Optional.of(value);
        return this;
    }

    public FilterBuilder words(String value) {
        words = Optional.of(value);
        return this;
    }

    public FeedbackFilter build() {
        return new FeedbackFilter(form, from, to, sentiment, theme, atLeast, atMost, language, channel, words);
    }
}

package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;

/// Which feedback is wanted. An empty part does not restrict.
///
/// @param from the earliest `occurredAt`
/// @param to before this `occurredAt`
/// @param sentiment only what was understood to feel like this
/// @param atLeast the lowest satisfaction; feedback without a score does not match a bound
/// @param language what the text is written in, by its primary language
/// @param words every one of these words or word beginnings, in any case, stands in the texts; at most 200
///     characters
public record FeedbackFilter(
        Optional<FormId> form,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<SentimentLabel> sentiment,
        Optional<ThemeId> theme,
        Optional<Satisfaction> atLeast,
        Optional<Satisfaction> atMost,
        Optional<Language> language,
        Optional<Channel> channel,
        Optional<String> words) {

    public static final FeedbackFilter ALL = new FeedbackFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public FeedbackFilter {
        if (words.map(String::length).orElse(0) > 200) {
            throw new Invalid(Pointer.to("q"), "must have at most 200 characters");
        }
    }
}

package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;

/// Which feedback is wanted. An empty part does not restrict.
///
/// @param from the earliest `occurredAt`
/// @param to before this `occurredAt`
/// @param sentiment only what was understood to feel like this
/// @param atLeast the lowest satisfaction; feedback without a score does not match a bound
/// @param language what it is written in, by the primary language: `pt` finds `pt-br`
/// @param words each of these words ([SearchWords]) begins a word of the respondent's texts; at most 200
///     characters, and no restriction if there is no word among them
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

    /// Whether the entry is wanted. Stores that look it up in an index find the same.
    public boolean matches(FeedbackEntry entry) {
        Feedback feedback = entry.feedback();
        return form.map(feedback.form()::equals).orElse(true)
                && from.map(start -> !feedback.occurredAt().isBefore(start)).orElse(true)
                && to.map(end -> feedback.occurredAt().isBefore(end)).orElse(true)
                && sentiment.map(label -> feels(entry, label)).orElse(true)
                && theme.map(entry.themes()::contains).orElse(true)
                && atLeast.map(bound -> percentOf(feedback) >= bound.percent()).orElse(true)
                && atMost.map(bound -> feedback.satisfaction().isPresent() && percentOf(feedback) <= bound.percent())
                        .orElse(true)
                && language.map(wanted ->
                                wanted.primary().equals(entry.language().primary()))
                        .orElse(true)
                && channel.map(feedback.channel()::equals).orElse(true)
                && SearchWords.areFound(searchWords(), SearchWords.of(feedback.answers()));
    }

    /// The beginnings of words that are all to be found in the texts; empty if any text will do.
    public NavigableSet<String> searchWords() {
        return SearchWords.of(words.orElse(""));
    }

    private static boolean feels(FeedbackEntry entry, SentimentLabel label) {
        return entry.insight()
                .map(insight -> insight.sentiment().label() == label)
                .orElse(false);
    }

    /// Below every bound, if there is no score.
    private static int percentOf(Feedback feedback) {
        return feedback.satisfaction().map(Satisfaction::percent).orElse(-1);
    }
}

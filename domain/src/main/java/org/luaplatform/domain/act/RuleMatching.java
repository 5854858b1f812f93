package org.luaplatform.domain.act;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

/// Whether a rule is about something.
public final class RuleMatching {

    private RuleMatching() {}

    /// Whether `rule` is to tell that `entry` was understood.
    public static boolean tells(Rule rule, FeedbackEntry entry) {
        boolean waitsForFeedback = switch (rule.when()) {
            case Trigger.FeedbackAnalysed _ -> true;
            case Trigger.ThemeCrossed _, Trigger.MetricCrossed _ -> false;
        };
        return rule.enabled()
                && waitsForFeedback
                && rule.conditions().stream().allMatch(condition -> holds(condition, entry));
    }

    /// Whether a rule with these conditions counts what stands in this bucket, where the rule is about many pieces
    /// of feedback: form, channel and language must be let through.
    public static boolean counts(List<Condition> conditions, Bucket.Key bucket) {
        return conditions.stream().allMatch(condition -> switch (condition.subject()) {
            case FORM -> is(condition, value -> value.equals(bucket.form().value()));
            case CHANNEL -> is(condition, value -> value.equals(bucket.channel().name()));
            case LANGUAGE -> is(condition, value -> speaks(value, bucket.language()));
            case SENTIMENT, SENTIMENT_SCORE, SCORE, URGENCY, KEYWORD, THEME -> true;
        });
    }

    /// Whether a rule with these conditions is about this theme.
    public static boolean watches(List<Condition> conditions, ThemeId theme) {
        return conditions.stream()
                .filter(condition -> condition.subject() == Condition.Subject.THEME)
                .allMatch(condition -> is(condition, value -> value.equals(theme.value())));
    }

    /// What conditions of a rule with this trigger can be about. A theme or a metric is a figure of many pieces of
    /// feedback and has no sentiment or urgency of its own.
    public static List<Condition.Subject> subjects(Trigger trigger) {
        return switch (trigger) {
            case Trigger.FeedbackAnalysed _ -> List.of(Condition.Subject.values());
            case Trigger.ThemeCrossed _ ->
                List.of(
                        Condition.Subject.FORM,
                        Condition.Subject.CHANNEL,
                        Condition.Subject.LANGUAGE,
                        Condition.Subject.THEME);
            case Trigger.MetricCrossed _ ->
                List.of(Condition.Subject.FORM, Condition.Subject.CHANNEL, Condition.Subject.LANGUAGE);
        };
    }

    static boolean holds(Condition condition, FeedbackEntry entry) {
        return switch (condition.subject()) {
            case FORM ->
                is(condition, value -> value.equals(entry.feedback().form().value()));
            case CHANNEL ->
                is(condition, value -> value.equals(entry.feedback().channel().name()));
            case LANGUAGE -> is(condition, value -> speaks(value, language(entry)));
            case SENTIMENT -> is(condition, value -> value.equals(Spelling.of(label(entry))));
            case SENTIMENT_SCORE ->
                entry.insight()
                        .map(Insight::sentiment)
                        .filter(Sentiment::isAssessed)
                        .map(sentiment -> measures(condition, sentiment.score()))
                        .orElse(false);
            case SCORE ->
                entry.feedback()
                        .satisfaction()
                        .map(satisfaction -> measures(condition, satisfaction.percent()))
                        .orElse(false);
            case URGENCY -> is(condition, value -> value.equals(Spelling.of(urgency(entry))));
            case KEYWORD -> is(condition, value -> keywords(entry).anyMatch(keyword -> isCalled(keyword, value)));
            case THEME ->
                is(
                        condition,
                        value -> entry.themes().stream()
                                .anyMatch(theme -> theme.value().equals(value)));
        };
    }

    /// Compares by what it is: any of the values, or none of them.
    private static boolean is(Condition condition, Predicate<String> matches) {
        boolean any = condition.values().stream().anyMatch(matches);
        return switch (condition.comparison()) {
            case IS -> any;
            case IS_NOT -> !any;
            case AT_LEAST, AT_MOST -> throw new IllegalStateException(condition + " compares no numbers");
        };
    }

    private static boolean measures(Condition condition, double actual) {
        return switch (condition.comparison()) {
            case AT_LEAST -> actual >= condition.bound();
            case AT_MOST -> actual <= condition.bound();
            case IS, IS_NOT -> throw new IllegalStateException(condition + " compares numbers");
        };
    }

    private static Language language(FeedbackEntry entry) {
        return entry.insight()
                .map(Insight::language)
                .or(entry.feedback()::language)
                .orElse(Language.UNDETERMINED);
    }

    private static boolean speaks(String tag, Language language) {
        var wanted = new Language(tag);
        return wanted.equals(language) || wanted.equals(language.primary());
    }

    private static SentimentLabel label(FeedbackEntry entry) {
        return entry.insight().map(insight -> insight.sentiment().label()).orElse(SentimentLabel.NOT_ASSESSED);
    }

    private static Urgency.Level urgency(FeedbackEntry entry) {
        return entry.insight().map(insight -> insight.urgency().level()).orElse(Urgency.Level.NONE);
    }

    private static Stream<Keyword> keywords(FeedbackEntry entry) {
        return entry.insight().stream().flatMap(insight -> insight.keywords().stream());
    }

    private static boolean isCalled(Keyword keyword, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return keyword.term().equals(wanted)
                || keyword.display().toLowerCase(Locale.ROOT).equals(wanted);
    }
}

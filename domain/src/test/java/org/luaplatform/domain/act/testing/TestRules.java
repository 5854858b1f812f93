package org.luaplatform.domain.act.testing;

import java.time.Instant;
import java.util.List;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Rules for tests.
public final class TestRules {

    private TestRules() {}

    public static RuleId anId() {
        return new RuleId(TestIds.next());
    }

    /// Tells one destination of every negative piece of feedback.
    public static Rule aRule(OrganizationId organization) {
        return aRule(organization, TestClock.NOON);
    }

    public static Rule aRule(OrganizationId organization, Instant createdAt) {
        return new Rule(
                anId(),
                organization,
                "Tell us what went wrong",
                true,
                new Trigger.FeedbackAnalysed(),
                List.of(new Condition(Condition.Subject.SENTIMENT, Condition.Comparison.IS, List.of("negative"))),
                List.of(TestDestinations.anId()),
                createdAt);
    }

    public static Rule aRule(OrganizationId organization, Trigger when, Condition... conditions) {
        return aRule(organization)
                .edited(
                        "A rule",
                        true,
                        when,
                        List.of(conditions),
                        List.of(TestDestinations.anId(), TestDestinations.anId()));
    }

    public static Rule named(Rule rule, String name) {
        return rule.edited(name, rule.enabled(), rule.when(), rule.conditions(), rule.destinations());
    }

    public static Rule disabled(Rule rule) {
        return rule.edited(rule.name(), false, rule.when(), rule.conditions(), rule.destinations());
    }

    /// A condition of each subject in each comparison that it allows.
    public static List<Condition> conditionsOfAllKinds() {
        return List.of(Condition.Subject.values()).stream()
                .flatMap(subject -> subject.comparisons().stream()
                        .map(comparison -> new Condition(subject, comparison, values(subject))))
                .toList();
    }

    private static List<String> values(Condition.Subject subject) {
        return switch (subject) {
            case FORM, THEME -> List.of(TestIds.next(), TestIds.next());
            case CHANNEL -> List.of("api", "widget");
            case LANGUAGE -> List.of("en", "pt-br");
            case SENTIMENT -> List.of("negative", "notAssessed");
            case SENTIMENT_SCORE -> List.of("-0.25");
            case SCORE -> List.of("62.5");
            case URGENCY -> List.of("low", "high");
            case KEYWORD -> List.of("wait time", "$odd.keyword 😀");
        };
    }
}

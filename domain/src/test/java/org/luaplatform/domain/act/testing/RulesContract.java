package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.act.testing.TestRules.aRule;
import static org.luaplatform.domain.act.testing.TestRules.disabled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.NewestFirstContract;
import org.luaplatform.domain.testing.RemovalContract;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [Rules] promises.
public interface RulesContract extends RemovalContract<Rule>, NewestFirstContract<Versioned<Rule>> {

    Rules rules();

    @Test
    default void keeps_everything_of_a_rule_whatever_it_waits_for() {
        var organization = TestOrganizations.anId();
        List<Rule> added = List.of(
                aRule(organization, new Trigger.FeedbackAnalysed(), allConditions()),
                aRule(organization, new Trigger.ThemeCrossed(Trigger.ThemeMeasure.SHARE, 12.5, Duration.ofDays(7))),
                aRule(
                        organization,
                        new Trigger.MetricCrossed(
                                Trigger.Metric.SENTIMENT, Trigger.Direction.BELOW, -0.1, Duration.ofMinutes(90))),
                disabled(aRule(organization)));

        added.forEach(rules()::add);

        assertThat(added)
                .allSatisfy(rule -> assertThat(rules().find(organization, rule.id()))
                        .contains(new Versioned<>(rule, Revision.FIRST)));
    }

    @Test
    default void knows_every_measure_metric_and_direction() {
        var organization = TestOrganizations.anId();
        for (Trigger.ThemeMeasure measure : Trigger.ThemeMeasure.values()) {
            assertKept(aRule(organization, new Trigger.ThemeCrossed(measure, 1, Duration.ofDays(1))));
        }
        for (Trigger.Metric metric : Trigger.Metric.values()) {
            for (Trigger.Direction direction : Trigger.Direction.values()) {
                assertKept(aRule(organization, new Trigger.MetricCrossed(metric, direction, 1, Duration.ofDays(1))));
            }
        }
    }

    @Test
    default void gives_the_enabled_rules_oldest_first() {
        var organization = TestOrganizations.anId();
        var oldest = aRule(organization, TestClock.NOON);
        var disabled = disabled(aRule(organization, TestClock.NOON.plusSeconds(1)));
        var newest = aRule(organization, TestClock.NOON.plusSeconds(2));
        List.of(newest, disabled, oldest, aRule(TestOrganizations.anId())).forEach(rules()::add);

        assertThat(rules().enabled(organization)).containsExactly(oldest, newest);
    }

    @Test
    default void a_rule_is_enabled_and_disabled_by_updates() {
        var organization = TestOrganizations.anId();
        var rule = aRule(organization);
        rules().add(rule);

        var off = rules().update(organization, rule.id(), Expected.any(), TestRules::disabled);
        assertThat(rules().enabled(organization)).isEmpty();
        var on = rules().update(organization, rule.id(), Expected.exactly(off.revision()), _ -> rule);

        assertThat(rules().enabled(organization)).containsExactly(on.value());
    }

    @Test
    default void a_removed_rule_is_in_no_list() {
        var organization = TestOrganizations.anId();
        var rule = aRule(organization);
        rules().add(rule);

        rules().remove(organization, rule.id(), Expected.any());

        assertThat(rules().enabled(organization)).isEmpty();
        assertThat(rules().list(organization, PageRequest.first(10))).isEqualTo(Page.last(List.of()));
    }

    private static Condition[] allConditions() {
        return TestRules.conditionsOfAllKinds().toArray(Condition[]::new);
    }

    private void assertKept(Rule rule) {
        rules().add(rule);
        assertThat(rules().find(rule.organization(), rule.id()))
                .map(Versioned::value)
                .contains(rule);
    }

    @Override
    default Rule aNewThing(OrganizationId organization) {
        return aRule(organization);
    }

    @Override
    default Rule renamed(Rule thing, String name) {
        return TestRules.named(thing, name);
    }

    @Override
    default String nameOf(Rule thing) {
        return thing.name();
    }

    @Override
    default void add(Rule thing) {
        rules().add(thing);
    }

    @Override
    default Optional<Versioned<Rule>> find(OrganizationId organization, Rule thing) {
        return rules().find(organization, thing.id());
    }

    @Override
    default Versioned<Rule> update(
            OrganizationId organization, Rule thing, Expected expected, UnaryOperator<Rule> change) {
        return rules().update(organization, thing.id(), expected, change);
    }

    @Override
    default void remove(OrganizationId organization, Rule thing, Expected expected) {
        rules().remove(organization, thing.id(), expected);
    }

    @Override
    default Page<Versioned<Rule>> list(OrganizationId organization, PageRequest page) {
        return rules().list(organization, page);
    }

    @Override
    default Versioned<Rule> addedAt(OrganizationId organization, Instant createdAt) {
        Rule rule = aRule(organization, createdAt);
        rules().add(rule);
        return new Versioned<>(rule, Revision.FIRST);
    }
}

package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.RuleNotFound;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

final class RulesTest {

    private static final Condition NEGATIVE = new Condition(Subject.SENTIMENT, Comparison.IS, List.of("negative"));
    private static final Trigger METRIC =
            new Trigger.MetricCrossed(Trigger.Metric.NPS, Trigger.Direction.BELOW, 0, Duration.ofDays(7));

    private final Acting world = new Acting();
    private final Destination chat = world.destination("chat");

    @Test
    void a_rule_says_when_and_whom_to_tell() {
        Versioned<Rule> created = create(world.manager, content("Complaints", Acting.FEEDBACK, List.of(NEGATIVE)));

        assertThat(created.value().name()).isEqualTo("Complaints");
        assertThat(created.value().conditions()).containsExactly(NEGATIVE);
        assertThat(created.value().destinations()).containsExactly(chat.id());
        assertThat(created.revision()).isEqualTo(Revision.FIRST);
        assertThat(world.stores.rules().find(world.acme, created.value().id())).contains(created);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        String foreign = "test0000000000000000000000";
        var content = new RuleContent(
                " ",
                true,
                METRIC,
                List.of(new Condition(Subject.FORM, Comparison.IS, List.of("form1")), NEGATIVE),
                List.of("No Id", chat.id().value(), foreign));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create(world.manager, content))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly(
                                "/name must not be blank",
                                "/conditions/1/field must be something that this kind of rule can look at",
                                "/destinations/0 must be the id of a destination of this organization",
                                "/destinations/2 must be the id of a destination of this organization"));
    }

    @Test
    void a_destination_of_somebody_else_does_not_exist() {
        var elsewhere = new Acting();
        var content = new RuleContent(
                "Spy",
                true,
                Acting.FEEDBACK,
                List.of(),
                List.of(elsewhere.destination("theirs").id().value()));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create(world.manager, content))
                .withMessageContaining("/destinations/0");
    }

    @Test
    void somebody_must_be_told() {
        var nobody = new RuleContent("Nobody", true, Acting.FEEDBACK, List.of(), List.of());
        var everybody = new RuleContent(
                "Everybody",
                true,
                Acting.FEEDBACK,
                List.of(),
                Collections.nCopies(21, chat.id().value()));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create(world.manager, nobody))
                .withMessageContaining("/destinations must name between 1 and 20 destinations");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> create(world.manager, everybody));
    }

    @Test
    void a_rule_changes_its_mind() {
        Versioned<Rule> before = create(world.manager, content("Complaints", Acting.FEEDBACK, List.of(NEGATIVE)));

        Versioned<Rule> after =
                edit(before.value().id(), content("Score", METRIC, List.of()), Expected.exactly(before.revision()));

        assertThat(after.value().when()).isEqualTo(METRIC);
        assertThat(after.value().createdAt()).isEqualTo(before.value().createdAt());
        assertThat(read(world.manager, before.value().id())).isEqualTo(after);
    }

    @Test
    void a_rule_does_not_change_to_nonsense() {
        RuleId id = create(world.manager, content("Complaints", Acting.FEEDBACK, List.of(NEGATIVE)))
                .value()
                .id();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> edit(id, content("Score", METRIC, List.of(NEGATIVE)), Expected.any()));
    }

    @Test
    void whoever_edits_what_somebody_else_has_changed_is_told() {
        RuleId id = create(world.manager, content("Rule", Acting.FEEDBACK, List.of()))
                .value()
                .id();
        edit(id, content("First", Acting.FEEDBACK, List.of()), Expected.any());

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() ->
                        edit(id, content("Second", Acting.FEEDBACK, List.of()), Expected.exactly(Revision.FIRST)));
    }

    @Test
    void rules_are_listed_newest_first() {
        Rule older = create(world.manager, content("Older", Acting.FEEDBACK, List.of()))
                .value();
        world.clock.advance(Duration.ofMinutes(1));
        Rule newer = create(world.manager, content("Newer", Acting.FEEDBACK, List.of()))
                .value();

        List<Versioned<Rule>> listed = new ListRules(world.stores.rules())
                .handle(world.manager, new ListRules.Query(world.acme, PageRequest.first(10)))
                .items();

        assertThat(listed).extracting(Versioned::value).containsExactly(newer, older);
    }

    @Test
    void a_rule_goes() {
        RuleId id = create(world.manager, content("Rule", Acting.FEEDBACK, List.of()))
                .value()
                .id();

        remove(world.manager, id);

        assertThatExceptionOfType(RuleNotFound.class).isThrownBy(() -> read(world.manager, id));
    }

    @Test
    void to_others_they_do_not_exist() {
        RuleId id = create(world.manager, content("Rule", Acting.FEEDBACK, List.of()))
                .value()
                .id();

        assertThatExceptionOfType(OrganizationNotFound.class)
                .isThrownBy(() -> create(world.stranger, content("Rule", Acting.FEEDBACK, List.of())));
        assertThatExceptionOfType(RuleNotFound.class).isThrownBy(() -> read(world.stranger, id));
        assertThatExceptionOfType(RuleNotFound.class).isThrownBy(() -> remove(world.stranger, id));
    }

    @Test
    void whoever_may_only_read_changes_nothing() {
        RuleId id = create(world.manager, content("Rule", Acting.FEEDBACK, List.of()))
                .value()
                .id();
        Principal reader = Acting.holder(world.acme, EnumSet.of(Scope.RULES_READ));

        assertThat(read(reader, id).value().id()).isEqualTo(id);
        assertThatExceptionOfType(MissingScope.class).isThrownBy(() -> remove(reader, id));
    }

    private RuleContent content(String name, Trigger when, List<Condition> conditions) {
        return new RuleContent(name, true, when, conditions, List.of(chat.id().value()));
    }

    private Versioned<Rule> create(Principal caller, RuleContent content) {
        return world.createRule().handle(caller, new CreateRule.Command(world.acme, content, Optional.empty()));
    }

    private Versioned<Rule> edit(RuleId id, RuleContent content, Expected expected) {
        return new EditRule(world.stores.rules(), world.stores.destinations())
                .handle(world.manager, new EditRule.Command(id, content, expected));
    }

    private Versioned<Rule> read(Principal caller, RuleId id) {
        return new ReadRule(world.stores.rules()).handle(caller, new ReadRule.Query(id));
    }

    private void remove(Principal caller, RuleId id) {
        new RemoveRule(world.stores.rules()).handle(caller, new RemoveRule.Command(id, Expected.any()));
    }
}

package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;

class RuleTest {

    private static final Condition NEGATIVE = new Condition(Subject.SENTIMENT, Comparison.IS, List.of("negative"));

    @Test
    void a_destination_that_is_named_twice_is_told_once() {
        Rule rule = rule("Complaints", 1, List.of(destination(1), destination(2), destination(1)));

        assertThat(rule.destinations()).containsExactly(destination(1), destination(2));
    }

    @Test
    void it_has_at_most_20_conditions_and_1_to_20_destinations() {
        List<DestinationId> twenty =
                IntStream.rangeClosed(1, 20).mapToObj(RuleTest::destination).toList();

        assertThat(rule(" Complaints ", 20, twenty).name()).isEqualTo("Complaints");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> rule("", 21, List.of()))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly(
                                "/name must not be blank",
                                "/conditions must be at most 20",
                                "/destinations must name between 1 and 20 destinations"));
    }

    @Test
    void an_edited_rule_is_still_the_same_rule() {
        Rule before = rule("Complaints", 1, List.of(destination(1)));

        Rule after = before.edited("Praise", false, before.when(), List.of(), List.of(destination(2)));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.name()).isEqualTo("Praise");
        assertThat(after.enabled()).isFalse();
        assertThat(after.conditions()).isEmpty();
        assertThat(after.destinations()).containsExactly(destination(2));
    }

    private static Rule rule(String name, int conditions, List<DestinationId> destinations) {
        return new Rule(
                new RuleId("rule1"),
                Understood.ORGANIZATION,
                name,
                true,
                new Trigger.FeedbackAnalysed(),
                Collections.nCopies(conditions, NEGATIVE),
                destinations,
                Understood.NOON);
    }

    private static DestinationId destination(int number) {
        return new DestinationId("destination" + number);
    }
}

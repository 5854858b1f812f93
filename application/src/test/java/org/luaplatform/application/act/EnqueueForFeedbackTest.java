package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.testing.TestEntries;

final class EnqueueForFeedbackTest {

    private static final Condition NEGATIVE = new Condition(Subject.SENTIMENT, Comparison.IS, List.of("negative"));

    private final Acting world = new Acting();
    private final Destination chat = world.destination("chat");
    private final Destination desk = world.destination("desk");

    @Test
    void everybody_whom_the_rule_names_is_told() {
        Rule rule = world.rule(Acting.FEEDBACK, List.of(NEGATIVE), chat.id(), desk.id());
        FeedbackEntry complaint = complaint();

        world.enqueueForFeedback().handle(world.acme, List.of(complaint));

        assertThat(world.ledger())
                .hasSize(2)
                .allSatisfy(delivery -> {
                    assertThat(delivery.rule()).contains(rule.id());
                    assertThat(delivery.event()).isEqualTo(new Event.FeedbackAnalysed(complaint, TestClock.NOON));
                })
                .extracting(Delivery::destination)
                .containsExactlyInAnyOrder(chat.id(), desk.id());
        assertThat(world.signals.told).containsExactly("enqueued 2");
        assertThat(world.nudges).hasValue(1);
    }

    @Test
    void nobody_is_told_what_no_rule_is_about() {
        world.rule(Acting.FEEDBACK, List.of(NEGATIVE), chat.id());

        world.enqueueForFeedback()
                .handle(
                        world.acme,
                        List.of(TestEntries.anEntry()
                                .of(world.acme)
                                .feels(SentimentLabel.POSITIVE, 0.9)
                                .entry()));

        assertThat(world.ledger()).isEmpty();
        assertThat(world.nudges).hasValue(0);
    }

    @Test
    void two_rules_tell_twice() {
        world.rule(Acting.FEEDBACK, List.of(NEGATIVE), chat.id());
        world.rule(Acting.FEEDBACK, List.of(), chat.id());

        world.enqueueForFeedback().handle(world.acme, List.of(complaint()));

        assertThat(world.ledger()).hasSize(2);
    }

    @Test
    void hearing_it_again_enqueues_nothing() {
        world.rule(Acting.FEEDBACK, List.of(NEGATIVE), chat.id());
        FeedbackEntry complaint = complaint();
        world.enqueueForFeedback().handle(world.acme, List.of(complaint));
        List<Delivery> before = world.ledger();

        world.enqueueForFeedback().handle(world.acme, List.of(complaint));

        assertThat(world.ledger()).isEqualTo(before);
        assertThat(world.signals.told).containsExactly("enqueued 1", "enqueued 0");
    }

    @Test
    void hearing_it_again_brings_nothing_back_that_was_delivered() {
        world.rule(Acting.FEEDBACK, List.of(NEGATIVE), chat.id());
        FeedbackEntry complaint = complaint();
        world.enqueueForFeedback().handle(world.acme, List.of(complaint));
        world.dispatchDeliveries().handle();

        world.enqueueForFeedback().handle(world.acme, List.of(complaint));
        world.dispatchDeliveries().handle();

        assertThat(world.courier.carried).hasSize(1);
    }

    @Test
    void the_rules_of_others_hear_nothing() {
        world.rule(Acting.FEEDBACK, List.of(), chat.id());
        var elsewhere = world.stranger.actingWith(Scope.RULES_READ);

        world.enqueueForFeedback()
                .handle(elsewhere, List.of(TestEntries.anEntry().of(elsewhere).entry()));

        assertThat(world.ledger()).isEmpty();
    }

    @Test
    void much_feedback_is_enqueued_in_portions() {
        world.rule(Acting.FEEDBACK, List.of(), chat.id());
        List<FeedbackEntry> many =
                IntStream.range(0, 450).mapToObj(_ -> complaint()).toList();

        world.enqueueForFeedback().handle(world.acme, many);

        assertThat(world.signals.told).containsExactly("enqueued 200", "enqueued 200", "enqueued 50");
        assertThat(world.stores.deliveries().figures().pending()).isEqualTo(450);
    }

    private FeedbackEntry complaint() {
        return TestEntries.anEntry()
                .of(world.acme)
                .feels(SentimentLabel.NEGATIVE, -0.7)
                .entry();
    }
}

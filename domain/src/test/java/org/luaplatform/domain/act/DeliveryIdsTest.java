package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.tenancy.OrganizationId;

class DeliveryIdsTest {

    private static final RuleId RULE = new RuleId("rule1");
    private static final DestinationId DESTINATION = new DestinationId("destination1");
    private static final FeedbackId FEEDBACK = new FeedbackId("feedback1");

    @Test
    void the_same_news_has_the_same_id_for_ever() {
        DeliveryId id = DeliveryIds.ofFeedback(RULE, DESTINATION, FEEDBACK);

        // Written down: an id that changes from one release to the next would deliver twice.
        assertThat(id).isEqualTo(new DeliveryId("g212p4g9w2ph5w40bxp5z3jbbs"));
    }

    @Test
    void it_looks_like_every_other_id() {
        DeliveryId id = DeliveryIds.ofFeedback(RULE, DESTINATION, FEEDBACK);

        assertThat(id.value()).matches("[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void other_news_has_another_id() {
        List<DeliveryId> ids = List.of(
                DeliveryIds.ofFeedback(RULE, DESTINATION, FEEDBACK),
                DeliveryIds.ofFeedback(new RuleId("rule2"), DESTINATION, FEEDBACK),
                DeliveryIds.ofFeedback(RULE, new DestinationId("destination2"), FEEDBACK),
                DeliveryIds.ofFeedback(RULE, DESTINATION, new FeedbackId("feedback2")),
                DeliveryIds.ofCrossing(DESTINATION, crossing("feedback1", 1)),
                DeliveryIds.ofCrossing(DESTINATION, crossing("feedback1", 2)),
                DeliveryIds.ofCrossing(DESTINATION, crossing("nps.below", 1)),
                DeliveryIds.ofCrossing(new DestinationId("destination2"), crossing("nps.below", 1)));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void where_one_part_ends_and_the_next_begins_makes_a_difference() {
        DeliveryId one = DeliveryIds.ofFeedback(new RuleId("ab"), new DestinationId("c"), FEEDBACK);
        DeliveryId other = DeliveryIds.ofFeedback(new RuleId("a"), new DestinationId("bc"), FEEDBACK);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void every_character_of_the_alphabet_is_used_all_over_the_id() {
        List<String> ids = IntStream.range(0, 2_000)
                .mapToObj(i -> DeliveryIds.ofFeedback(RULE, DESTINATION, new FeedbackId("f" + i)))
                .map(DeliveryId::value)
                .toList();

        assertThat(IntStream.range(0, 26))
                .allSatisfy(
                        at -> assertThat(ids.stream().map(id -> id.charAt(at)).distinct())
                                .hasSize(32));
    }

    private static Watch crossing(String subject, long number) {
        return new Watch(new OrganizationId("org1"), RULE, subject, true, number, false);
    }
}
